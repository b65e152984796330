// One polite live region for the whole page, and one line of success with its undo.
import { ref, shallowRef } from 'vue'

export interface Notice {
  text: string
  undo?: () => void
}

export const spoken = ref('')
export const notice = shallowRef<Notice>()

let timer: ReturnType<typeof setTimeout> | undefined

/** Says something to screen readers only. */
export function announce(text: string): void {
  spoken.value = text
}

/** Shows one line for eight seconds. */
export function tell(text: string, undo?: () => void): void {
  notice.value = { text, undo }
  spoken.value = text
  clearTimeout(timer)
  timer = setTimeout(() => (notice.value = undefined), 8000)
}
