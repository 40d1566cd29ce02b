import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'

const MAX_AGE_SECONDS = 5 * 60 // Slack's own advice, here in both directions
const SHA256_HEX = /^v0=([0-9a-f]{64})$/

/**
 * Whether a request is signed by Slack, and was so in the last five minutes by our clock (nor in the next five):
 * https://docs.slack.dev/authentication/verifying-requests-from-slack. Bolt's own check accepts any time in the
 * future, and costs ten times as much.
 */
export function signatureCheck(signingSecret: string) {
  const key = createSecretKey(Buffer.from(signingSecret))
  return (body: string, signature: unknown, timestamp: unknown, nowMs: number): boolean => {
    const [, hex] = SHA256_HEX.exec(String(signature)) ?? []
    if (hex === undefined || !(Math.abs(nowMs / 1000 - Number(timestamp)) <= MAX_AGE_SECONDS)) return false
    const expected = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest()
    return timingSafeEqual(Buffer.from(hex, 'hex'), expected)
  }
}
