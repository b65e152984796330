// Every route in light and dark, at desk and phone width: axe has no finding and nothing runs out sideways.
import { expect, test } from '@playwright/test'
import { dark, expectAccessible, expectNoSidewaysScroll, signIn } from './helpers'

const routes = [
  '/inbox',
  '/inbox?tab=done',
  '/inbox?mine=body',
  '/tray',
  '/tray?part=handed_out',
  '/tray?part=awaiting',
  '/calendar',
  '/instructions',
  '/leader',
  '/messages',
  '/plan',
  '/plan/anji-2022/text',
  '/packs',
  '/packs/anji-2022',
  '/packs/anji-2022/activate',
  '/key-periods',
  '/events',
  '/tasks',
  '/tasks/mine',
  '/duties',
  '/matters',
  '/matters/new',
  '/sites',
  '/orgs',
  '/persons',
  '/areas',
  '/obligations',
  '/obligations?state=late',
  '/owing',
  '/undelivered',
  '/collections',
  '/collections/new',
  '/census',
  '/papers',
  '/documents',
  '/documents/new',
  '/jobs',
  '/admin',
  '/admin/imports',
  '/admin/clock',
  '/search?q=安吉',
  '/print/obligations',
  '/print/inbox',
  '/no-such-page',
]

for (const width of [1280, 390, 320]) {
  for (const theme of ['light', 'dark']) {
    test(`all routes, ${theme}, ${width} px`, async ({ page }) => {
      test.setTimeout(480_000)
      await page.setViewportSize({ width, height: 844 })
      await signIn(page)
      for (const route of routes) {
        await page.goto(route)
        await page.waitForLoadState('networkidle')
        if (theme === 'dark') await dark(page)
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
    })
  }
}

test('accounts, for an administrator', async ({ page }) => {
  await signIn(page, '/accounts', { account: 'system', password: 'demo' })
  await expect(page.getByTestId('accounts')).toContainText('anweiban')
  await expectAccessible(page)
  await page.getByRole('button', { name: '建账号' }).click()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 844 })
  await expectNoSidewaysScroll(page)
})

test('the sign-in page', async ({ page }) => {
  await page.goto('/sign-in')
  await expectAccessible(page)
  await dark(page)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
})

test('opened records of the plan, a matrix cell and one obligation', async ({ page }) => {
  await signIn(page, '/duties')
  const cell = page.locator('[role=gridcell] .cell').first()
  if ((await cell.count()) > 0) {
    await cell.click()
    await expect(page.getByTestId('cell')).toBeVisible()
    await expectAccessible(page)
  }
  await page.goto('/obligations?state=all')
  await page.locator('tbody tr[data-row] a').first().click()
  await expect(page.locator('h1')).not.toBeEmpty()
  // Who may read the ledger sees what was written about the thing.
  const history = page.getByRole('button', { name: '变更历史' })
  if (await history.isVisible()) await history.click()
  await page.waitForLoadState('networkidle')
  await expectAccessible(page)
})
