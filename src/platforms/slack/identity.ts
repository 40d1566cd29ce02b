import { WebAPIPlatformError, type WebClient } from '@slack/web-api'

/** Who the bot is, and where: what its token stands for. */
export interface Identity {
  /** The Slack team's id. */
  home: string
  homeName: string
  enterprise?: string
  botUserId: string
  botId: string
}

/** Asks Slack, as long as it takes. Throws with a readable sentence where Slack refuses the token. */
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
    if (error instanceof WebAPIPlatformError)
      throw new Error(`Slack does not accept SLACK_BOT_TOKEN: ${error.data.error}`, { cause: error })
    throw error
  }
}
