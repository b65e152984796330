// Which clauses of the plan are shown. Pure: the page hands in plan and filter, and gets items back.
import { barLate } from '@/kit/states'
import { leads, type Clause, type Item, type Plan } from './data'

export type Which = 'all' | 'late' | 'open' | 'tracked' | 'planned'

export interface PlanFilter {
  which: Which
  lead: string
  words: string
}

export function fits(clause: Clause, which: Which): boolean {
  if (which === 'late') return clause.late > 0
  if (which === 'open') return clause.open > 0
  if (which === 'tracked') return clause.state === 'tracked'
  if (which === 'planned') return clause.state === 'planned'
  return true
}

export function filterItems(plan: Plan, filter: PlanFilter): Item[] {
  const words = filter.words.toLowerCase()
  return plan.items
    .filter((item) => filter.lead === '' || leads(item).includes(filter.lead))
    .map((item) => {
      const whole = words !== '' && item.title.toLowerCase().includes(words)
      const clauses = item.clauses.filter(
        (clause) =>
          fits(clause, filter.which) &&
          (words === '' || whole || `${clause.no} ${clause.summary}`.toLowerCase().includes(words)),
      )
      return { ...item, clauses }
    })
    .filter((item) => item.clauses.length > 0 || (filter.which === 'all' && words === ''))
}

export function count(plan: Plan, which: Which): number {
  return plan.items.flatMap((item) => item.clauses).filter((clause) => fits(clause, which)).length
}

export function allLeads(plan: Plan): string[] {
  return [...new Set(plan.items.flatMap(leads))]
}

/** What the bars of the whole plan add up to. */
export function totals(plan: Plan): { due: number; done: number; late: number; lapsed: number } {
  const sum = { due: 0, done: 0, late: 0, lapsed: 0 }
  for (const { bar } of plan.items) {
    if (!bar) continue
    sum.done += (bar.met ?? 0) + (bar.met_late ?? 0)
    sum.late += bar.overdue ?? 0
    sum.lapsed += bar.lapsed ?? 0
    sum.due += (bar.met ?? 0) + (bar.met_late ?? 0) + barLate(bar) + (bar.due_soon ?? 0)
  }
  return sum
}

export interface Section {
  title: string
  items: Item[]
}

export function sections(items: Item[]): Section[] {
  const found: Section[] = []
  for (const item of items) {
    const last = found.at(-1)
    if (last?.title === item.section) last.items.push(item)
    else found.push({ title: item.section, items: [item] })
  }
  return found
}

/** `04` reads as 4, `15a` stays. */
export const itemNo = (no: string) => no.replace(/^0+(?=\d)/, '')
