import { expect, it } from 'vitest'
import { newId } from './id'

it('ids are version 7, ordered by time and never the same', () => {
  const ids = Array.from({ length: 50 }, (_, i) => newId(1_664_438_400_000 + i))
  expect(new Set(ids).size).toBe(50)
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
