// Which clauses of the plan are shown. Pure: the page hands in plan and filter, and gets items back.
import { barDone, barLate } from '@/kit/states'
import type { Clause, Item, Plan } from './data'

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
    .filter((item) => filter.lead === '' || item.lead.includes(filter.lead))
    .map((item) => {
      const whole = words !== '' && item.title.toLowerCase().includes(words)
      const clauses = item.clauses.filter(
        (clause) =>
          fits(clause, filter.which) &&
          (words === '' ||
            whole ||
            `${clause.no} ${clause.summary} ${clause.summary_en}`.toLowerCase().includes(words)),
      )
      return { ...item, clauses }
    })
    .filter((item) => item.clauses.length > 0 || (filter.which === 'all' && words === ''))
}

export function count(plan: Plan, which: Which): number {
  return plan.items.flatMap((item) => item.clauses).filter((clause) => fits(clause, which)).length
}

export function allLeads(plan: Plan): string[] {
  return [...new Set(plan.items.flatMap((item) => item.lead))]
}

/** The four figures of the head. Due is what had to be done by now, in time or not. */
export function totals({ total }: Plan): { due: number; done: number; late: number; lapsed: number } {
  const done = barDone(total)
  return {
    due: done + barLate(total) + (total.due_soon ?? 0),
    done,
    late: total.overdue ?? 0,
    lapsed: total.lapsed ?? 0,
  }
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
