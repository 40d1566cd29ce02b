import { createHmac } from 'node:crypto'
import { SIGNING_SECRET, TEAM } from './slack-stub.ts'

export const PATH = '/slack/events'

export interface SignedCommand {
  body: string
  headers: Record<string, string>
}

let serial = 0

/** A slash command as Slack sends it, signed now, by one of the reps. */
export function signedCommand(command: string, rep: number): SignedCommand {
  const body = String(
    new URLSearchParams({
      command,
      text: '',
      user_id: userId(rep),
      user_name: `rep${rep}`,
      team_id: TEAM,
      channel_id: 'C0SALES',
      channel_name: 'sales',
      trigger_id: `bench-${++serial}`,
      response_url: 'http://127.0.0.1:9/never',
      api_app_id: 'A0BENCH',
    }),
  )
  const timestamp = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
  }
}

export function userId(rep: number): string {
  return `U${String(rep).padStart(6, '0')}`
}
