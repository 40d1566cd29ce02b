import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { features } from '../../../src/features.ts'

const ROOT = join(import.meta.dirname, '../../..')
const SLACK = join(ROOT, 'src/platforms/slack')

/** The lengths are Slack's, from https://docs.slack.dev/reference/app-manifest. */
const Manifest = z.object({
  _metadata: z.object({ major_version: z.literal(1), minor_version: z.literal(1) }),
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.object({ display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.object({
          command: z.string().regex(/^\/[a-z]{1,31}$/),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().min(1).max(1000),
          should_escape: z.literal(true),
        }),
      )
      .max(50),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
})

const manifest = Manifest.parse(parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')))
const registered = features.flatMap((feature) => feature.commands ?? [])

/** What a bot token needs for each method, from https://docs.slack.dev/reference/methods. */
const SCOPES_OF_METHODS: Record<string, string[]> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.join': ['channels:join'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
}

/** What it needs for each event, from https://docs.slack.dev/reference/events. */
const SCOPES_OF_EVENTS: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
}

describe('manifest.yml', () => {
  test('names exactly the commands of the registry', () => {
    const named = manifest.features.slash_commands.map(({ command }) => command)
    expect(named.toSorted()).toEqual(registered.map(({ name }) => `/${name}`).toSorted())
  })

  test.each(
    manifest.features.slash_commands.map(({ command, usage_hint }) => [command, usage_hint] as const),
  )('%s hints at subcommands that there are', (command, hint) => {
    const subcommands = registered
      .find(({ name }) => `/${name}` === command)
      ?.subcommands.map(({ name }) => name)
    const hinted = hint.split(' | ').map((usage) => usage.split(' ')[0] ?? '')
    expect(hinted.filter((word) => !word.startsWith('[') && !subcommands?.includes(word))).toEqual([])
  })

  test('subscribes to exactly the events that are listened to', () => {
    const source = readFileSync(join(SLACK, 'index.ts'), 'utf8')
    const listened = [...source.matchAll(/case '([a-z_]+)':/g)].map(([, event]) => event)
    const subscribed = manifest.settings.event_subscriptions.bot_events
    expect(subscribed.map((event) => event.replace('message.im', 'message')).toSorted()).toEqual(
      listened.toSorted(),
    )
  })

  test('asks for the permissions that the calls and the events need, and for no others', () => {
    const called = new Set(
      readdirSync(SLACK)
        .flatMap((file) => [
          ...readFileSync(join(SLACK, file), 'utf8').matchAll(/\bclient\.([a-z]+)\.(?!bind)([a-zA-Z]+)\(/g),
        ])
        .map(([, family, method]) => `${family}.${method}`),
    )
    expect([...called].toSorted()).toEqual(Object.keys(SCOPES_OF_METHODS).toSorted())
    const needed = [
      'commands',
      ...Object.values(SCOPES_OF_METHODS).flat(),
      ...manifest.settings.event_subscriptions.bot_events.flatMap(
        (event) => SCOPES_OF_EVENTS[event] ?? [`? ${event}`],
      ),
    ]
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...new Set(needed)].toSorted())
  })
})
