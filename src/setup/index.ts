import { LATER } from '../kernel/bundle.ts'
import type { Feature } from '../kernel/feature.ts'
import { both } from '../kernel/locale.ts'
import { reachOf } from '../people/reach.ts'
import { requireAdmin } from '../people/require-admin.ts'
import { recordJoining, recordLeaving } from './employment.ts'
import { employmentTexts } from './employment-texts.ts'
import { showHealth } from './health.ts'
import { help } from './help.ts'
import { homeGreeting } from './home.ts'
import { chooseLanguage } from './language.ts'
import { me } from './me/change.ts'
import { meForm, submitMe } from './me/form.ts'
import { askLater, laterNow, submitLater } from './me/later.ts'
import { texts as meTexts } from './me/texts.ts'
import { changeMembers } from './members/change-members.ts'
import { membersForm, submitMembers } from './members/members-form.ts'
import { memberTexts } from './members/texts.ts'
import { submitPay } from './pay-form.ts'
import { changeRole } from './roles.ts'
import { settingsForm, showSettings, submitSettings } from './settings.ts'
import { submitTeam, teamForm } from './team-form.ts'
import { days } from './workdays/change-days.ts'
import { daysForm, submitDays } from './workdays/days-form.ts'
import { texts as workdayTexts } from './workdays/texts.ts'
import { coverageAsked, coverageWarning } from './workdays/warn-coverage.ts'

/** `/drumbeat`: help, set-up, settings and health. Help lists what the other slices offer. */
export function setupFor(others: readonly Feature[]): Feature {
  const kinds = () => others.flatMap((other) => other.tells ?? [])
  const feature: Feature = {
    name: 'setup',
    reach: reachOf,
    prompts: [coverageAsked],
    home: homeGreeting,
    commands: [
      {
        name: 'drumbeat',
        aliases: ['战鼓', '帮助', 'help'],
        summary: { en: 'Help, set-up, settings and health', 'zh-CN': '帮助、设置和运行状况' },
        subcommands: [
          {
            name: '',
            aliases: [],
            summary: { en: 'What I can do for you', 'zh-CN': '看看能做什么' },
            reads: async (scope) => help(scope, [...others, feature]),
          },
          {
            name: 'help',
            aliases: ['帮助'],
            summary: { en: 'The same', 'zh-CN': '同上' },
            reads: async (scope) => help(scope, [...others, feature]),
          },
          {
            name: 'setup',
            aliases: ['设置团队'],
            summary: {
              en: 'Set up a team, its channels, rate and targets',
              'zh-CN': '设置团队、频道、提成比例和目标',
            },
            roles: ['admin'],
            reads: async (scope, { text }) => ({ form: await teamForm(scope, { another: text === 'team' }) }),
          },
          {
            name: 'settings',
            aliases: ['设置'],
            summary: { en: 'How this workspace is set', 'zh-CN': '看看现在的设置' },
            reads: showSettings,
          },
          {
            name: 'role',
            aliases: ['角色'],
            usage: { en: '@Sun finance', 'zh-CN': '@孙会计 财务' },
            summary: { en: 'Give or take a role', 'zh-CN': '给人或收回一个角色' },
            roles: ['admin'],
            writes: changeRole,
          },
          {
            name: 'joined',
            aliases: ['入职'],
            usage: both(employmentTexts, (words) => words.usage),
            summary: both(employmentTexts, (words) => words.joinedSummary),
            roles: ['admin', 'manager'],
            writes: recordJoining,
          },
          {
            name: 'left',
            aliases: ['离职'],
            usage: both(employmentTexts, (words) => words.usage),
            summary: both(employmentTexts, (words) => words.leftSummary),
            roles: ['admin', 'manager'],
            writes: recordLeaving,
          },
          {
            name: 'team',
            aliases: ['teams', '团队', '部门', '成员'],
            usage: both(memberTexts, (words) => words.usage),
            summary: both(memberTexts, (words) => words.summary),
            roles: ['admin'],
            writes: changeMembers,
          },
          {
            name: 'language',
            aliases: ['语言'],
            usage: { en: 'zh', 'zh-CN': '英文' },
            summary: { en: 'The language I write to you in', 'zh-CN': '我用什么语言和你说' },
            writes: chooseLanguage,
          },
          {
            name: 'me',
            aliases: ['我的设置', '我', '我的', 'preferences'],
            usage: both(meTexts, (words) => words.usage),
            summary: both(meTexts, (words) => words.summary),
            writes: me(kinds),
          },
          {
            name: 'days',
            aliases: ['工作日'],
            usage: both(workdayTexts, (words) => words.usage),
            summary: both(workdayTexts, (words) => words.summary),
            writes: days,
          },
          {
            name: 'health',
            aliases: ['状况'],
            summary: { en: 'Whether everything is delivered', 'zh-CN': '消息有没有都送到' },
            reads: showHealth,
          },
        ],
      },
    ],
    actions: [
      { name: LATER, reads: askLater },
      { name: 'later.now', writes: laterNow },
      { name: 'setup.change-me', reads: async (scope) => ({ form: await meForm(scope, kinds()) }) },
      {
        name: 'setup.enter-days',
        reads: async (scope) => requireAdmin(scope) ?? { form: await daysForm(scope) },
      },
      {
        name: 'setup.change-members',
        reads: async (scope) => requireAdmin(scope) ?? { form: await membersForm(scope) },
      },
      {
        name: 'setup.change-settings',
        reads: async (scope) => requireAdmin(scope) ?? { form: settingsForm(scope) },
      },
    ],
    tickers: [coverageWarning],
    forms: [
      { name: 'later', writes: submitLater },
      { name: 'setup.me', writes: submitMe(kinds) },
      { name: 'setup.days', writes: async (scope, form) => requireAdmin(scope) ?? submitDays(scope, form) },
      {
        name: 'setup.members',
        writes: async (scope, form) => requireAdmin(scope) ?? submitMembers(scope, form),
      },
      { name: 'setup.team', writes: async (scope, form) => requireAdmin(scope) ?? submitTeam(scope, form) },
      { name: 'setup.pay', writes: async (scope, form) => requireAdmin(scope) ?? submitPay(scope, form) },
      {
        name: 'setup.settings',
        writes: async (scope, form) => requireAdmin(scope) ?? submitSettings(scope, form),
      },
    ],
  }
  return feature
}
