import type { Action, Command } from '../../kernel/feature.ts'
import { both } from '../../kernel/locale.ts'
import {
  alwaysPressed,
  beSilent,
  lineOff,
  lineOn,
  reportAlways,
  silentPressed,
  startPressed,
  startReport,
} from './set.ts'
import { showMine, showReport } from './show.ts'
import { texts } from './texts.ts'

export const reportCommand: Command = {
  name: 'report',
  aliases: ['战报', '日报'],
  summary: both(texts, (words) => words.command),
  otherwise: () => '',
  subcommands: [
    {
      name: '',
      aliases: [],
      usage: both(texts, (words) => words.usage.show),
      summary: both(texts, (words) => words.summaries.show),
      reads: showReport,
    },
    {
      name: 'silent',
      aliases: ['没情况不发', '空日不发'],
      usage: both(texts, (words) => words.usage.team),
      summary: both(texts, (words) => words.summaries.silent),
      roles: ['manager', 'admin'],
      writes: beSilent,
    },
    {
      name: 'always',
      aliases: ['每天都发', '每天发'],
      usage: both(texts, (words) => words.usage.team),
      summary: both(texts, (words) => words.summaries.always),
      roles: ['manager', 'admin'],
      writes: reportAlways,
    },
    {
      name: 'start',
      aliases: ['开始', '开'],
      usage: both(texts, (words) => words.usage.team),
      summary: both(texts, (words) => words.summaries.start),
      roles: ['manager', 'admin'],
      writes: startReport,
    },
    {
      name: 'off',
      aliases: ['不用发', '关'],
      summary: both(texts, (words) => words.summaries.off),
      writes: lineOff,
    },
    {
      name: 'on',
      aliases: ['要发', '恢复'],
      summary: both(texts, (words) => words.summaries.on),
      writes: lineOn,
    },
  ],
}

export const reportActions: Action[] = [
  { name: 'report.mine', reads: showMine },
  { name: 'report.silent', writes: silentPressed },
  { name: 'report.always', writes: alwaysPressed },
  { name: 'report.start', writes: startPressed },
  { name: 'report.off', writes: lineOff },
  { name: 'report.on', writes: lineOn },
]
