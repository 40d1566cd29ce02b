import type { Message } from './store.ts'

/** What an open page is told of. */
export type News =
  | { kind: 'message'; message: Message }
  /** The clock was moved. */
  | { kind: 'clock' }
  /** Something as large as the language changed: the page is to be loaded again. */
  | { kind: 'reload' }

export interface Hub {
  tell(workspace: string, news: News): void
  /** Gives the way to stop listening. */
  listen(workspace: string, listener: (news: News) => void): () => void
}

/** Passes news on to the open pages of a workspace. */
export function createHub(): Hub {
  const listeners = new Map<string, Set<(news: News) => void>>()
  return {
    tell(workspace, news) {
      for (const listener of listeners.get(workspace) ?? []) listener(news)
    },
    listen(workspace, listener) {
      const here = listeners.get(workspace) ?? new Set()
      listeners.set(workspace, here.add(listener))
      return () => here.delete(listener)
    },
  }
}
