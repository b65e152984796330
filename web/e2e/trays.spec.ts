import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './helpers'

test('a body signs, hands out with an earlier date, and takes back', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, '/tray')
  const tray = page.getByTestId('tray')
  // What fell due already cannot be handed out with an earlier date.
  const first = tray.locator('li.item', { hasText: '剩' }).first()
  const title = await first.locator('a').first().innerText()
  await first.getByRole('checkbox').check()
  await page.getByRole('button', { name: /^签收 1 项/ }).click()
  await expect(tray.getByRole('link', { name: title, exact: true })).toHaveCount(0)

  await page.getByRole('button', { name: /^待分办/ }).click()
  const signed = tray.locator('li.item', { hasText: title }).first()
  await signed.getByRole('button', { name: '分办…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox').first().check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '分办给 1 个' }).click()
  await expect(dialog).toHaveCount(0)

  await page.getByRole('button', { name: /^已分办/ }).click()
  const child = page.getByTestId('child').first()
  await expect(child).toContainText('未签收')
  await expectAccessible(page)
  await child.getByRole('button', { name: '收回' }).click()
  await page.locator('#take-back-reason').fill('改由办公室办理')
  await page.getByRole('dialog').getByRole('button', { name: '收回' }).click()
  await expect(page.getByTestId('child')).toHaveCount(0)
})

test('a wish written on a task opens a report that is owed', async ({ page }) => {
  await signIn(page, '/obligations?state=all')
  await page.locator('tbody tr[data-row] a').first().click()
  await page.getByTestId('on-thing').getByRole('button', { name: '写批示' }).click()
  await page.locator('#give-wish').fill('三天内把缺的材料补齐，报结果')
  await page.locator('#give-holder').fill('应急')
  await page.locator('li[role=option]:visible').first().click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: '写批示' }).click()
  await expect(page.getByTestId('on-thing')).toContainText('三天内把缺的材料补齐')
  await page.goto('/instructions')
  await page
    .getByRole('link', { name: /三天内把缺的材料补齐/ })
    .first()
    .click()
  await expect(page.getByText('还没有报告')).toBeVisible()
  await expectAccessible(page)
})
