import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './helpers'

test('who still owes is counted by body, stands as text without names, and is urged in one act', async ({
  page,
}) => {
  await signIn(page, '/owing?state=late')
  const rows = page.getByTestId('owing').locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  const person = await rows.first().locator('td').nth(4).innerText()
  await page.getByRole('button', { name: '复制为文字' }).click()
  const text = page.getByTestId('owing-text')
  await expect(text).toHaveValue(/演示数据，非真实情况[\s\S]*个单位/)
  await expect(text).not.toHaveValue(new RegExp(person.split('\n')[0] ?? '—'))
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /^催办 \d+ 项/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^催办/ }).click()
  await expect(page.getByRole('dialog')).toContainText('已催办')
  await expectAccessible(page)
})

test('sheets go out for what is owed, and a wrong file comes back with what is wrong', async ({ page }) => {
  await signIn(page, '/duties')
  await page.goto('/obligations?state=late')
  await page.locator('tbody tr[data-row] a').first().click()
  await expect(page.locator('h1')).not.toBeEmpty()
  await page.goto('/collections/new')
  await expect(page.getByText(/\d+ 个单位，\d+ 项/)).toBeVisible()
  await expectAccessible(page)
})

test('a key period that is inside out is refused, a right one stands in the list and can be withdrawn', async ({
  page,
}) => {
  await signIn(page, '/key-periods')
  await page.getByRole('button', { name: '录入重点时段' }).click()
  const dialog = page.getByRole('dialog')
  await page.locator('#key-title').fill('国庆假期')
  await page.locator('#key-from').fill('2022-10-07')
  await page.locator('#key-from').press('Tab')
  await page.locator('#key-until').fill('2022-10-01')
  await page.locator('#key-until').press('Tab')
  await dialog.getByRole('button', { name: '录入' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await page.locator('#key-from').fill('2022-10-01')
  await page.locator('#key-from').press('Tab')
  await page.locator('#key-until').fill('2022-10-07')
  await page.locator('#key-until').press('Tab')
  await dialog.getByRole('button', { name: '录入' }).click()
  const row = page.getByTestId('key-periods').locator('tr', { hasText: '国庆假期' })
  await expect(row).toContainText('2022-10-01 — 2022-10-07')
  await row.getByRole('button', { name: '撤回' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await expect(row).toHaveCount(0)
})
