import { Agent, request } from 'node:http'
import { type SignedCommand, signedCommand } from './signed.ts'

export interface Variant {
  name: string
  url: string
  command: string
  /** Every request's time so far, in milliseconds. */
  took: number[]
}

const WARM_UP = 600
const IN_A_ROW = 50

/** Sends each variant its requests, one in flight, by turns. */
export async function oneInFlight(
  variants: readonly Variant[],
  requests: number,
  reps: number,
): Promise<void> {
  for (const variant of variants) await inARow(variant, WARM_UP, reps)
  for (const variant of variants) variant.took = []
  for (let sent = 0; sent < requests; sent += IN_A_ROW)
    for (const variant of variants) await inARow(variant, IN_A_ROW, reps)
}

/** One turn, on one connection; the request that opens the connection does not count. */
async function inARow(variant: Variant, count: number, reps: number): Promise<void> {
  const agent = new Agent({ keepAlive: true })
  for (let index = -1; index < count; index += 1) {
    const rep = (variant.took.length * 37) % reps
    const signed = signedCommand(variant.command, rep)
    const started = performance.now()
    const answer = await send(variant.url, signed, agent)
    if (answer.length < 2) throw new Error(`${variant.name} answered nothing.`)
    if (index >= 0) variant.took.push(performance.now() - started)
  }
  agent.destroy()
}

function send(url: string, { body, headers }: SignedCommand, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const length = String(Buffer.byteLength(body))
    const sent = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': length } },
      (response) => {
        let answer = ''
        response.setEncoding('utf8')
        response.on('data', (part) => {
          answer += part
        })
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(answer)
            : reject(new Error(`${url} answered ${response.statusCode}.`)),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** What is asked of a start: the first answer is a right one. */
export async function ask(url: string, command: string, rep: number): Promise<string> {
  const agent = new Agent()
  return send(url, signedCommand(command, rep), agent)
}
