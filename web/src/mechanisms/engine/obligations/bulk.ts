// The same act on several obligations. Each succeeds or is refused by itself; the refused are told with their reason.
import { ref, shallowRef } from 'vue'
import { asProblem } from '@/api/problem'
import { translate } from '@/app/i18n'
import { useSession } from '@/app/session'
import { tell } from '@/kit/announce'
import type { Refusal } from '@/kit/ResultList.vue'
import { sign, type ObligationRow } from './data'

export interface BulkOutcome {
  done: number
  refused: Refusal[]
}

export async function each<T>(
  rows: T[],
  name: (row: T) => { key: string; name: string },
  act: (row: T) => Promise<unknown>,
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: 0, refused: [] }
  for (const row of rows) {
    try {
      await act(row)
      outcome.done += 1
    } catch (cause) {
      outcome.refused.push({ ...name(row), reason: asProblem(cause).what })
    }
  }
  return outcome
}

export function useBulkSign(again: () => Promise<void>) {
  const session = useSession()
  const ticked = ref(new Set<string>())
  const busy = ref(false)
  const result = shallowRef<BulkOutcome>()

  function tick(id: string): void {
    const next = new Set(ticked.value)
    if (!next.delete(id)) next.add(id)
    ticked.value = next
  }

  function clear(): void {
    ticked.value = new Set()
  }

  async function run(rows: ObligationRow[]): Promise<void> {
    if (busy.value) return
    busy.value = true
    const outcome = await each(
      rows,
      (row) => ({ key: row.id, name: row.title }),
      (row) => sign(row.id),
    )
    busy.value = false
    clear()
    if (outcome.refused.length > 0) result.value = outcome
    else tell(translate('obligations.signedMany', { count: outcome.done }))
    await Promise.all([again(), session.refreshBadge()])
  }

  return { ticked, busy, result, tick, clear, sign: run }
}
