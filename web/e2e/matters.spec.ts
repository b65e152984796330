import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './helpers'

const enterprise = { account: process.env.ANLAN_E2E_ENTERPRISE ?? 'qiye', password: 'demo' }

test('two parties answer for one matter, each on its own clock, and the fixer does not verify', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const fixer = await (await browser.newContext()).newPage()
  await signIn(fixer, '/inbox', enterprise)
  // The post begins with the name of the enterprise, whose site the matter is about.
  const name = (await fixer.getByTestId('me').locator('.s').innerText()).slice(0, 2)

  const office = await (await browser.newContext()).newPage()
  await signIn(office, '/matters/new')
  await office.locator('#matter-title').fill('喷漆房粉尘清理不及时')
  await office.locator('#matter-site').fill(name)
  await office.locator('li[role=option]:visible').first().click()
  await office.locator('#matter-text').fill('墙角积尘，清扫记录停在月初')
  await office.getByRole('button', { name: '提交' }).click()
  await expect(office).toHaveURL(/\/matters\/[0-9a-f-]{36}$/)
  await expect(office.getByTestId('party')).toHaveCount(2)
  for (const party of await office.getByTestId('party').all()) await expect(party).toContainText('签收')
  await expectAccessible(office)

  await fixer.goto(new URL(office.url()).pathname)
  await expect(fixer.getByTestId('party').filter({ hasText: '（我）' })).toHaveCount(1)
  await fixer.getByRole('button', { name: '签收' }).click()
  await fixer.getByTestId('take-step').click()
  await expect(fixer.getByTestId('party').filter({ hasText: '（我）' })).toContainText('办结')
  await expect(fixer.getByRole('button', { name: /核查/ })).toHaveCount(0)
  await expectAccessible(fixer)

  await office.reload()
  const others = office.getByTestId('party').filter({ hasNotText: name })
  await expect(others.first()).not.toContainText('办结')
})
