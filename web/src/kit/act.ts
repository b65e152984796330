// One act at a time: busy while it runs, its problem kept for the page to show.
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

export interface Act {
  busy: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
  /** True when it was done. */
  run: (work: () => Promise<unknown>) => Promise<boolean>
}

export function useAct(): Act {
  const busy = ref(false)
  const problem = shallowRef<Problem>()

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = undefined
    try {
      await work()
      return true
    } catch (cause) {
      problem.value = asProblem(cause)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run }
}
