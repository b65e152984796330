import { currentLanguage } from '@/app/i18n'

/** The summary in the reader's language, as far as the pack has it. */
export function summaryOf(clause: { summary: string; summary_en: string }): string {
  return currentLanguage() === 'en' && clause.summary_en ? clause.summary_en : clause.summary
}
