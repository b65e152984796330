// Drafts in this browser, one for each account and form: nothing typed is lost by a reload or an expired session.
import type { Values } from './fill'

export interface Draft {
  /** Id of the record that will be sent; a repeated send keeps it. */
  id: string
  values: Values
  labels: Record<string, { id: string; name: string }[]>
  savedAt: number
}

const prefix = 'anlan.draft.'

export const draftKey = (person: string, form: string, about: string) => `${prefix}${person}.${form}.${about}`

export function readDraft(key: string): Draft | undefined {
  const text = localStorage.getItem(key)
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Draft
  } catch {
    return undefined
  }
}

export function keepDraft(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // A full store must not stop the work; the values are still on the page.
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(key)
}
