// Where the thing stands on which an instruction is written.
import type { Instruction } from './data'

export function thingTo(row: Pick<Instruction, 'on_kind' | 'on_id'>, pack: string): string | undefined {
  const { on_kind: kind, on_id: id } = row
  if (kind === 'task') return `/tasks/${id}`
  if (kind === 'matter') return `/matters/${id}`
  if (kind === 'obligation') return `/obligations/${id}`
  if (kind === 'record') return `/records/${id}`
  if (kind === 'clause') return pack === '' ? undefined : `/plan/${pack}?clause=${id}`
  return undefined
}
