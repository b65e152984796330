// Whether the page has phone width. Tables become cards there, drawers become pages.
import { onScopeDispose, ref, type Ref } from 'vue'

export function useWidth(query: string): Ref<boolean> {
  const media = matchMedia(query)
  const matches = ref(media.matches)
  const follow = (event: MediaQueryListEvent) => (matches.value = event.matches)
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return matches
}

export const usePhone = () => useWidth('(max-width: 640px)')
export const useNarrow = () => useWidth('(max-width: 900px)')
