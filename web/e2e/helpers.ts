// What all browser tests share: signing in, and asking axe.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Account of the county's safety office in the demonstration. */
export const safetyOffice = {
  account: process.env.ANLAN_E2E_ACCOUNT ?? 'anweiban',
  password: process.env.ANLAN_E2E_PASSWORD ?? 'demo',
}

export async function signIn(page: Page, to = '/inbox', who = safetyOffice): Promise<void> {
  await page.goto(to)
  await page.locator('input[name=account]').fill(who.account)
  await page.locator('input[name=password]').fill(who.password)
  await page.locator('form button.primary').click()
  await expect(page.getByTestId('me')).toBeVisible()
}

export async function dark(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.classList.add('dark'))
}

interface Violation {
  id: string
  nodes: { target: string[] }[]
}

/** WCAG 2.2 A and AA. Evaluated, not added as a script tag: the content policy would refuse that. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const runner = (
      window as unknown as { axe: { run: (o: object) => Promise<{ violations: Violation[] }> } }
    ).axe
    return (await runner.run({ runOnly: tags })).violations
  })
  const told = found.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  expect(told, page.url()).toEqual([])
}

/** Nothing runs out of the page sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over, page.url()).toBeLessThanOrEqual(0)
}
