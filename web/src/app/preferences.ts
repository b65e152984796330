// Language, theme and text size of this browser. They change how a page looks, never what it says.
import { languages, useLanguage, type Language } from './i18n'

export type Theme = 'system' | 'light' | 'dark'
export type TextSize = 'normal' | 'large'

export interface Preferences {
  language: Language
  theme: Theme
  text: TextSize
}

const key = 'anlan.preferences'
const systemDark = () => matchMedia('(prefers-color-scheme: dark)')

export function readPreferences(): Preferences {
  const kept = parse(localStorage.getItem(key))
  return {
    language: languages.find((one) => one === kept.language) ?? 'zh-CN',
    theme: (['system', 'light', 'dark'] as const).find((one) => one === kept.theme) ?? 'system',
    text: kept.text === 'large' ? 'large' : 'normal',
  }
}

export async function applyPreferences(wanted: Preferences): Promise<void> {
  const root = document.documentElement
  const dark = wanted.theme === 'dark' || (wanted.theme === 'system' && systemDark().matches)
  root.classList.toggle('dark', dark)
  root.style.setProperty('--zoom', wanted.text === 'large' ? '1.15' : '1')
  await useLanguage(wanted.language)
}

export async function savePreferences(wanted: Preferences): Promise<void> {
  localStorage.setItem(key, JSON.stringify(wanted))
  await applyPreferences(wanted)
}

export function followSystemTheme(): void {
  systemDark().addEventListener('change', () => void applyPreferences(readPreferences()))
}

function parse(text: string | null): Partial<Record<keyof Preferences, unknown>> {
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
