import { expect, test } from '@playwright/test'
import { safetyOffice, signIn } from './helpers'

test('the address survives signing in', async ({ page }) => {
  await signIn(page, '/obligations?state=late')
  await expect(page).toHaveURL(/\/obligations\?state=late$/)
})

test('a wrong password says so, keeps the account and lets nobody in', async ({ page }) => {
  await page.goto('/inbox')
  await page.locator('input[name=account]').fill(safetyOffice.account)
  await page.locator('input[name=password]').fill('not this one')
  await page.locator('form button.primary').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.locator('input[name=account]')).toHaveValue(safetyOffice.account)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('after signing out the pages are closed', async ({ page }) => {
  await signIn(page)
  await page.getByTestId('me').click()
  await page.getByTestId('sign-out').click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/plan')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a training instance says so on every page', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByTestId('training-banner')).toBeVisible()
  await signIn(page)
  for (const path of ['/inbox', '/plan', '/obligations']) {
    await page.goto(path)
    await expect(page.getByTestId('training-banner')).toBeVisible()
  }
  await page.goto('/print/obligations')
  await expect(page.getByTestId('sheet')).toContainText('演示数据，非真实情况')
})
