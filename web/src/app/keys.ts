// Keys that work on every page. None is the only way, none fires while somebody types.
import { onMounted, onUnmounted, ref } from 'vue'

export const keyHelpOpen = ref(false)

export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

export function useKeys(act: (event: KeyboardEvent) => void): void {
  const listen = (event: KeyboardEvent) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('dialog[open]') !== null) return
    act(event)
  }
  onMounted(() => window.addEventListener('keydown', listen))
  onUnmounted(() => window.removeEventListener('keydown', listen))
}

export function useShellKeys(): void {
  useKeys((event) => {
    if (event.key === '?') keyHelpOpen.value = true
    if (event.key === '/') focusFirst('[data-page-search]', event)
  })
  const global = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')
      focusFirst('#global-search', event)
  }
  onMounted(() => window.addEventListener('keydown', global))
  onUnmounted(() => window.removeEventListener('keydown', global))
}

function focusFirst(selector: string, event: KeyboardEvent): void {
  const found = document.querySelector<HTMLElement>(selector) ?? document.getElementById('global-search')
  if (found === null) return
  event.preventDefault()
  found.focus()
}
