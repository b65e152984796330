// Searches of the pickers: a few rows by words, inside the reader's scope.
import type { Choice } from '@/kit/RemotePicker.vue'
import { orgs } from './org/data'
import { persons } from './person/data'
import { sites } from './site/data'

export const findOrgs = async (q: string): Promise<Choice[]> =>
  (await orgs({ q, limit: 10 })).items.map((org) => ({ id: org.id, name: org.name }))

export const findPersons = async (q: string): Promise<Choice[]> =>
  (await persons({ q, limit: 10 })).items.map((person) => ({
    id: person.id,
    name: person.name,
    note: person.org_name ?? undefined,
  }))

export const findSites = async (q: string): Promise<Choice[]> =>
  (await sites({ q, limit: 10 })).items.map((site) => ({
    id: site.id,
    name: site.name,
    note: site.area_name,
  }))
