import { improvements } from '../../src/improvements/index.ts'
import type { App } from '../../src/kernel/app.ts'
import type { Feature } from '../../src/kernel/feature.ts'
import { rituals } from '../../src/rituals/index.ts'

export async function tickAndDeliver(app: App): Promise<void> {
  await app.tick()
  await app.deliverDue()
}

/** The product's rituals, in which a job is killed at its nth post (or, past its last one, at its very end), once. */
export function faultAt(first: number | undefined) {
  let left = first
  let strikes = 0
  const strike = () => {
    left = undefined
    strikes += 1
    throw new Error('killed')
  }
  const faulty: Feature[] = [rituals, improvements].map((feature) => ({
    ...feature,
    tickers: (feature.tickers ?? []).map((ticker) => ({
      ...ticker,
      due: async (scope) =>
        (await ticker.due(scope)).map((job) => ({
          ...job,
          run: async (writing) => {
            if (left === undefined) return job.run(writing)
            await job.run({
              ...writing,
              post: async (post) => {
                if (left !== undefined && left-- <= 0) strike()
                return writing.post(post)
              },
            })
          },
        })),
    })),
  }))
  return { features: faulty, struck: () => strikes, strikeAt: (posts: number | undefined) => (left = posts) }
}
