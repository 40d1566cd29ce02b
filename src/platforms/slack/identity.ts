import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { reasonOf } from './outcome.ts'

/** Who the bot is, and where: what its token stands for. */
export interface Identity {
  /** The Slack team's id. */
  home: string
  homeName: string
  enterprise?: string
  botUserId: string
  botId: string
}

/** Asks Slack. Throws with a readable sentence where Slack refuses the token, or cannot be reached. */
export async function askIdentity(client: WebClient): Promise<Identity> {
  try {
    const answer = await client.auth.test()
    return {
      home: answer.team_id ?? '',
      homeName: answer.team ?? answer.team_id ?? '',
      ...(answer.enterprise_id ? { enterprise: answer.enterprise_id } : {}),
      botUserId: answer.user_id ?? '',
      botId: answer.bot_id ?? '',
    }
  } catch (error) {
    throw readable(error, 'SLACK_BOT_TOKEN', client.slackApiUrl)
  }
}

/** What a failed first call means to who started the bot. */
export function readable(error: unknown, token: string, apiUrl: string): Error {
  const sentence =
    error instanceof WebAPIPlatformError && /^\w+$/.test(error.data.error)
      ? `Slack does not accept ${token}: ${error.data.error}`
      : `Slack cannot be reached at ${apiUrl}: ${reasonOf(error)}`
  return new Error(sentence, { cause: error })
}
