import type { Visitor } from './visitor.ts'

/** The address of the page for someone in a room, perhaps with a thread open. */
export function addressOf(
  { workspace, person }: Pick<Visitor, 'workspace'> & { person?: { id: string } },
  at: { in?: string; thread?: string } = {},
): string {
  const query = new URLSearchParams({ workspace: workspace.id })
  if (person) query.set('as', person.id)
  if (at.in) query.set('in', at.in)
  if (at.thread) query.set('thread', at.thread)
  return `/?${query}`
}
