import { api, bytes, take, type Schema } from '@/api/client'

export const kinds = ['areas', 'orgs', 'groups', 'posts', 'persons', 'sites', 'capacities', 'tasks'] as const
export type Kind = (typeof kinds)[number]
export type Report = Schema<'Report'>
export type RowError = Report['errors'][number]

export const importFile = (kind: Kind, file: File, dryRun: boolean) =>
  take(
    api.POST('/imports/{kind}', {
      params: { path: { kind }, query: { dry_run: dryRun, name: file.name } },
      body: file as never,
      ...bytes(file),
    }),
  )
