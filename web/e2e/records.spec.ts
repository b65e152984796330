import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './helpers'

test('a record is filled from the inbox, its faults are named, and it says what it counts for', async ({
  page,
}) => {
  await signIn(page)
  const own = (await page.getByTestId('me').locator('b').innerText()).slice(0, 2)
  const row = page.locator('tr[data-row]', { hasText: '亚运会期间每日报告' }).first()
  await row.getByRole('link', { name: '填报' }).click()
  const form = page.getByTestId('record-form')
  await expect(form).toBeVisible()
  await expect(page.getByText('谁要求、依据什么')).toBeVisible()

  await form.getByRole('button', { name: '提交' }).click()
  await expect(form.getByRole('alert')).toContainText('处要改')
  await expectAccessible(page)

  await form.locator('#field-date').fill('2022-09-23')
  await form.locator('#field-date').press('Tab')
  await form.getByLabel('平稳').check()
  await form.getByRole('combobox', { name: '报告人' }).fill(own)
  await page.locator('[role="option"]').first().click()
  // What was typed survives a reload before it is sent.
  await page.reload()
  await expect(page.getByLabel('平稳')).toBeChecked()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByTestId('filed')).toContainText('计入')
  await expectAccessible(page)
  await page.getByRole('link', { name: '看记录' }).click()
  await expect(page).toHaveURL(/\/records\/.+/)
  await expect(page.getByText('平稳')).toBeVisible()
  await expectAccessible(page)
})

test('why a cell is not lit stands beside it', async ({ page }) => {
  await signIn(page, '/duties')
  const open = page.locator('td.due_soon[role=gridcell], td.overdue[role=gridcell]').first()
  await open.click()
  await expect(page.getByTestId('cell')).toContainText('为什么没点亮')
  await expect(page.getByTestId('near')).toBeVisible()
  await expectAccessible(page)
})

test('a list prints with its filter on a sheet of its own', async ({ page }) => {
  await signIn(page, '/obligations?state=late')
  const first = await page.locator('tr[data-row] a').first().innerText()
  await page.getByRole('link', { name: '打印' }).click()
  await expect(page.getByTestId('sheet')).toContainText(first)
  await expect(page.getByTestId('sheet')).toContainText('数据截至')
})
