import { upload } from '@/api/client'

export const kinds = ['areas', 'orgs', 'persons', 'posts', 'sites', 'tasks'] as const
export type Kind = (typeof kinds)[number]

export interface RowError {
  /** Row as the spreadsheet shows it, the heading being row 1. */
  row: number
  column: string
  value: string
  code: string
  params: Record<string, string>
  message?: string
}

export interface Report {
  added: number
  changed: number
  same: number
  /** False where rows were in error or the run was dry. */
  kept: boolean
  errors: RowError[]
}

export const importFile = (kind: Kind, file: File, dryRun: boolean) =>
  upload<Report>(`/imports/${kind}`, file, { dry_run: dryRun, name: file.name })
