import { expect, test } from '@playwright/test'
import { signIn } from './helpers'

test('the training clock moves forwards only', async ({ page }) => {
  await signIn(page, '/admin/clock')
  const before = await page.getByTestId('clock-now').innerText()
  await page.getByRole('button', { name: '加 1 天' }).click()
  await page.getByRole('button', { name: '拨动时钟' }).click()
  await expect(page.getByTestId('clock-now')).not.toHaveText(before)
  await expect(page.getByTestId('training-banner')).toContainText(
    await page.getByTestId('clock-now').innerText(),
  )

  await page.locator('#clock-time').fill('00:00')
  await page.locator('#clock-day').fill('2020-01-01')
  await page.locator('#clock-day').press('Tab')
  await page.getByRole('button', { name: '拨动时钟' }).click()
  await expect(page.getByRole('alert')).toContainText('只能往后拨')
})
