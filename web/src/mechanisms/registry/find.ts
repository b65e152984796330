// Searches of the pickers: a few rows by words, inside the reader's scope.
import type { Choice } from '@/kit/RemotePicker.vue'
import { orgs } from './org/data'
import { persons, posts } from './person/data'
import { sites } from './site/data'

export const findOrgs = async (q: string): Promise<Choice[]> =>
  (await orgs({ q, limit: 10 })).items.map((org) => ({ id: org.id, name: org.name }))

export const findPersons = async (q: string): Promise<Choice[]> =>
  (await persons({ q, limit: 10 })).items.map((person) => ({
    id: person.id,
    name: person.name,
    note: person.org_name ?? undefined,
  }))

export const findPosts = async (title: string): Promise<Choice[]> =>
  (await posts({ title, limit: 10 })).items.map((post) => ({
    id: post.id,
    name: post.title,
    note: post.org.name,
  }))

export const findSites = async (q: string): Promise<Choice[]> =>
  (await sites({ q, limit: 10 })).items.map((site) => ({
    id: site.id,
    name: site.name,
    note: site.area_name,
  }))

/** Whoever can owe something: bodies first, then posts and persons. A register that is closed to the reader is left out. */
export async function findParties(words: string): Promise<Choice[]> {
  const none = (): Choice[] => []
  const found = await Promise.all([
    findOrgs(words).catch(none),
    findPosts(words).catch(none),
    findPersons(words).catch(none),
  ])
  return found.flatMap((some) => some.slice(0, 6))
}
