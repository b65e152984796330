import { api, bytes, take, type Schema } from '@/api/client'

export const kinds = ['areas', 'orgs', 'groups', 'posts', 'persons', 'sites', 'capacities', 'tasks'] as const
export type Kind = (typeof kinds)[number]
export type Report = Schema<'Report'>
export type RowError = Report['errors'][number]

/** A long file is taken by a job; the page waits for its report as it would for a short one. */
export async function importFile(kind: Kind, file: File, dryRun: boolean): Promise<Report> {
  const taken = await take(
    api.POST('/imports/{kind}', {
      params: { path: { kind }, query: { dry_run: dryRun, name: file.name } },
      body: file as never,
      ...bytes(file),
    }),
  )
  return 'job' in taken ? await reportOf(taken.job) : taken
}

async function reportOf(id: string): Promise<Report> {
  for (;;) {
    const job = await take(api.GET('/jobs/{id}', { params: { path: { id } } }))
    if (job.state === 'done') return job.result as unknown as Report
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(job.message ?? job.state)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}
