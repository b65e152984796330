// Texts. One catalogue per language, loaded when it is needed; the first visit loads one language only.
import { createI18n } from 'vue-i18n'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

type Catalogue = Record<string, unknown>

export const i18n = createI18n<false>({
  legacy: false,
  globalInjection: true,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  missingWarn: false,
  fallbackWarn: false,
  messages: {},
})

const loaders: Record<Language, () => Promise<{ default: Catalogue }>> = {
  'zh-CN': () => import('@/locales/zh-CN'),
  en: () => import('@/locales/en'),
}

export async function useLanguage(language: Language): Promise<void> {
  const { global } = i18n
  if (!global.availableLocales.includes(language)) {
    const catalogue = await loaders[language]()
    global.setLocaleMessage(language, catalogue.default as never)
  }
  global.locale.value = language
  document.documentElement.lang = language
}

export function currentLanguage(): Language {
  return i18n.global.locale.value as Language
}

export function translate(key: string, params: Record<string, unknown> = {}): string {
  return i18n.global.t(key, params)
}

export function hasText(key: string): boolean {
  return i18n.global.te(key) || i18n.global.te(key, 'zh-CN')
}
