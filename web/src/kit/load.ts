// One way to load: value, waiting, problem, again. The newest request wins.
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

export interface Loaded<T> {
  value: ShallowRef<T | undefined>
  busy: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
  again: () => Promise<void>
}

/** Loads now, and again whenever what `from` returns changes. */
export function useLoad<K, T>(from: () => K, load: (key: K, signal: AbortSignal) => Promise<T>): Loaded<T> {
  const value = shallowRef<T>()
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  let running: AbortController | undefined

  async function again(): Promise<void> {
    running?.abort()
    const mine = new AbortController()
    running = mine
    busy.value = true
    problem.value = undefined
    try {
      const found = await load(from(), mine.signal)
      if (running === mine) value.value = found
    } catch (cause) {
      if (running === mine) problem.value = asProblem(cause)
    } finally {
      if (running === mine) busy.value = false
    }
  }

  watch(() => JSON.stringify(from()), again, { immediate: true })
  onScopeDispose(() => running?.abort())
  return { value, busy, problem, again }
}

export interface Page<T> {
  items: T[]
  next?: string | null
  count?: number | null
}

export interface Paged<T> extends Loaded<Page<T>> {
  items: ShallowRef<T[]>
  count: Ref<number | undefined>
  more: Ref<boolean>
  next: () => Promise<void>
}

/** A keyset-paged list that grows: the key of the next page comes from the server. */
export function usePaged<K, T>(
  from: () => K,
  load: (key: K, after: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
): Paged<T> {
  const items = shallowRef<T[]>([])
  const count = ref<number>()
  const more = ref(false)
  let after: string | undefined

  const first = useLoad(from, async (key, signal) => {
    const page = await load(key, undefined, signal)
    items.value = page.items
    take(page)
    return page
  })

  async function next(): Promise<void> {
    if (!more.value || first.busy.value) return
    first.busy.value = true
    try {
      const page = await load(from(), after, new AbortController().signal)
      items.value = [...items.value, ...page.items]
      take(page)
    } catch (cause) {
      first.problem.value = asProblem(cause)
    } finally {
      first.busy.value = false
    }
  }

  function take(page: Page<T>): void {
    after = page.next ?? undefined
    more.value = after !== undefined
    if (page.count !== undefined && page.count !== null) count.value = page.count
  }

  return { ...first, items, count, more, next }
}
