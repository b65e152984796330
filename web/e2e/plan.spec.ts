import { expect, test } from '@playwright/test'
import { signIn } from './helpers'

test('from the plan a figure leads to the obligations and on to what is missing', async ({ page }) => {
  await signIn(page, '/plan')
  await expect(page).toHaveURL(/\/plan\/.+/)
  await page.getByRole('button', { name: /有逾期/ }).click()
  const late = page.locator('[data-clause]').first()
  await expect(late).toBeVisible()
  await late.locator('button').click()
  await expect(page.getByTestId('chain')).toBeVisible()
  await expect(page.getByTestId('chain')).toContainText('履职待办')

  await late.locator('a').first().click()
  await expect(page).toHaveURL(/\/obligations\?clause=.+&state=late/)
  const row = page.locator('tbody tr[data-row]').first()
  await row.locator('a').first().click()
  await expect(page).toHaveURL(/\/obligations\/.+/)
  await expect(page.locator('h1')).not.toBeEmpty()
})

test('the plan can be walked by keyboard and its address can be sent', async ({ page }) => {
  await signIn(page, '/plan')
  await expect(page.getByTestId('clauses')).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByTestId('chain')).toBeVisible()
  const first = page.url()
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(first)
  const second = page.url()
  await page.reload()
  await expect(page.getByTestId('chain')).toBeVisible()
  await expect(page).toHaveURL(second)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('chain')).toBeHidden()
})

test('item 10 names who leads and who cooperates', async ({ page }) => {
  await signIn(page, '/plan')
  const item = page.locator('#item-10')
  await item.scrollIntoViewIfNeeded()
  await expect(item).toContainText('牵头')
  await expect(item.locator('[data-clause]').first()).toBeVisible()
})
