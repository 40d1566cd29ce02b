import type { ActionsBlock, Button as SlackButton } from '@slack/web-api'
import type { Locale } from '../../kernel/locale.ts'
import type { Button } from '../view.ts'
import { rendererWords } from '../words.ts'
import { MAX_BUTTON_TEXT, MAX_BUTTONS, MAX_CONFIRM_BUTTON, MAX_CONFIRM_TEXT } from './limits.ts'
import { plain } from './mrkdwn.ts'

type ButtonRow = Omit<ActionsBlock, 'elements'> & { elements: SlackButton[] }

/** Buttons in rows of at most 25. */
export function buttonRows(buttons: Button[], locale: Locale): ButtonRow[] {
  const rows = Array.from({ length: Math.ceil(buttons.length / MAX_BUTTONS) }, (_, row) =>
    buttons.slice(row * MAX_BUTTONS, (row + 1) * MAX_BUTTONS),
  )
  return rows.map((row) => ({
    type: 'actions',
    elements: row.map((button, at) => slackButton(button, at, locale)),
  }))
}

/** The action that a pressed button stands for: its `action_id` without the number that makes it unique. */
export function slackAction(actionId: string): string {
  return actionId.replace(/~\d+$/, '')
}

/** An `action_id` may stand only once in a row, and several buttons may do the same with different values. */
function slackButton(button: Button, at: number, locale: Locale): SlackButton {
  const words = rendererWords[locale]
  return {
    type: 'button',
    action_id: `${button.action}~${at}`,
    text: plain(button.label, MAX_BUTTON_TEXT),
    ...(button.value ? { value: button.value.toWellFormed() } : {}),
    ...(button.tone ? { style: button.tone } : {}),
    ...(button.confirm === undefined
      ? {}
      : {
          confirm: {
            title: plain(words.confirmTitle, MAX_CONFIRM_TEXT),
            text: plain(button.confirm, MAX_CONFIRM_TEXT),
            confirm: plain(button.label, MAX_CONFIRM_BUTTON),
            deny: plain(words.notNow, MAX_CONFIRM_BUTTON),
          },
        }),
  }
}

/** The characters that a button counts for, its question included. */
export function buttonSize(button: SlackButton): number {
  const { title, text, confirm, deny } = button.confirm ?? {}
  return [button.text, title, text, confirm, deny].reduce((sum, one) => sum + (one?.text.length ?? 0), 0)
}
