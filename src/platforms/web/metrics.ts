import type { Registry } from 'prom-client'
import type { Database } from '../../db/database.ts'
import type { App } from '../../kernel/app.ts'
import type { Event } from '../../kernel/event.ts'
import { backlogAt } from './backlog-store.ts'

/** Counts what the app answers, and gives it and the process's state in Prometheus' format. */
export function createMetrics(app: App, database: Database) {
  const answered = new Map<Event['kind'], number>()
  const stop = app.onAnswered((event) => {
    answered.set(event.kind, (answered.get(event.kind) ?? 0) + 1)
  })
  let registry: Promise<Registry> | undefined

  return {
    stop,
    async scrape(): Promise<{ type: string; text: string }> {
      registry ??= createRegistry()
      const { contentType, metrics } = await registry.then(async (one) => ({
        contentType: one.contentType,
        metrics: await one.metrics(),
      }))
      return { type: contentType, text: metrics }
    },
  }

  /** The library is loaded by the first who asks: starting must not wait for it. */
  async function createRegistry(): Promise<Registry> {
    const { Counter, collectDefaultMetrics, Gauge, Registry } = await import('prom-client')
    const created = new Registry()
    collectDefaultMetrics({ register: created })
    new Counter({
      name: 'drumbeat_answered_total',
      help: 'What people did that was answered, by kind: command, message, action, submit, reaction, home.',
      labelNames: ['kind'],
      registers: [created],
      collect() {
        this.reset()
        for (const [kind, count] of answered) this.inc({ kind }, count)
      },
    })
    new Gauge({
      name: 'drumbeat_posts',
      help: 'Posts of the outbox: waiting to go out, overdue among them, and given up.',
      labelNames: ['state'],
      registers: [created],
      async collect() {
        const backlog = await backlogAt(database.reads, app.clock.now())
        this.set({ state: 'waiting' }, backlog.waiting)
        this.set({ state: 'overdue' }, backlog.overdue)
        this.set({ state: 'failed' }, backlog.failed)
      },
    })
    return created
  }
}
