import bolt from '@slack/bolt'

/** What everything is measured against: a Bolt app that answers "hi" to every command. */
const app = new bolt.App({
  token: 'xoxb-bench',
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
  logLevel: bolt.LogLevel.ERROR,
})

app.command(/^\//, async ({ ack }) => {
  await ack('hi')
})

const server = await app.start(Number(process.env.PORT ?? 0))
const address = server.address()
console.log(`listening: http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`)
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)))
