import type { Both } from '../../kernel/locale.ts'

const en = {
  usage: '[East remove @Li Lei from 12-01]',
  summary: 'Who is in which team; add, move or remove somebody',
  title: 'Teams',
  noTeams: 'There is no team yet. /drumbeat setup adds the first one.',
  managers: (names: string) => `Led by ${names}`,
  members: (names: string) => names,
  nobody: 'Nobody yet',
  change: 'Change who is where',
  unclear:
    'I did not read that, so nothing has changed. Write the team, what to do, the person and, where it is not today, from when: /drumbeat team East move @Li Lei from 12-01. Instead of move: add (also stays where they are), remove; and manager, where it is about leading the team.',
  unknownTeam: (name: string, teams: string) =>
    `There is no team “${name}”, so nothing has changed: ${teams}.`,
  badDate: (word: string) =>
    `I could not read the date “${word}”, so nothing has changed. Try 12-01 or tomorrow.`,
  parts: { member: 'a member', manager: 'manager' },
  already: (name: string, part: string, team: string) =>
    `${name} is ${part} of ${team} already, so nothing has changed.`,
  notThere: (name: string, team: string, day: string) =>
    `${name} is not in ${team} on ${day} or later, so nothing has changed.`,
  joined: (name: string, part: string, team: string, day: string) =>
    `${name} is ${part} of ${team} from ${day}.`,
  ended: (name: string, part: string, team: string, last: string) =>
    `${name} is ${part} of ${team} until ${last}.`,
  never: (name: string, part: string, team: string) => `${name} will not be ${part} of ${team}.`,
  nobodyLeads: (team: string) => `Nobody leads ${team} then: an admin confirms its deals.`,
  by: (who: string) => `${who} has changed this.`,
  form: {
    title: 'Change who is where',
    submit: 'Change',
    what: 'What',
    whats: {
      move: 'Move to the team; the former one ends the day before',
      add: 'Add to the team; other teams stay',
      remove: 'Take out of the team',
    },
    person: 'Who',
    part: 'As',
    parts: { member: 'Member', manager: 'Manager' },
    team: 'Team',
    from: 'From',
  },
}

const zh: typeof en = {
  usage: '[销售一部 移出 @李雷 从 12-01]',
  summary: '谁在哪个部门；加人、调动、移出',
  title: '部门',
  noTeams: '还没有部门。战鼓 设置团队 可以建第一个。',
  managers: (names) => `主管：${names}`,
  members: (names) => names,
  nobody: '还没有人',
  change: '调整成员',
  unclear:
    '没读懂，什么都没改。写上部门、做什么、谁，不是今天起的再写从哪天起：战鼓 团队 销售一部 调入 @李雷 从 12-01。「调入」也可以写「加入」（原来的部门保留）或「移出」；说的是主管就再写「主管」。',
  unknownTeam: (name, teams) => `没有「${name}」这个部门，什么都没改。现有：${teams}。`,
  badDate: (word) => `「${word}」不是我能读懂的日期，什么都没改。可以写 12-01 或 明天。`,
  parts: { member: '成员', manager: '主管' },
  already: (name, part, team) => `${name}已经是${team}的${part}，没有变。`,
  notThere: (name, team, day) => `${day} 起${name}不在${team}，没有变。`,
  joined: (name, part, team, day) => `${name}从 ${day} 起是${team}的${part}。`,
  ended: (name, part, team, last) => `${name}在${team}做${part}到 ${last} 为止。`,
  never: (name, part, team) => `${name}不会成为${team}的${part}了。`,
  nobodyLeads: (team) => `之后${team}没有主管，它的签单由管理员确认。`,
  by: (who) => `这是${who}调整的。`,
  form: {
    title: '调整成员',
    submit: '调整',
    what: '做什么',
    whats: {
      move: '调入这个部门，原来的部门到前一天为止',
      add: '加入这个部门，原来的部门保留',
      remove: '移出这个部门',
    },
    person: '谁',
    part: '身份',
    parts: { member: '成员', manager: '主管' },
    team: '部门',
    from: '从哪天起',
  },
}

/** Who belongs to which team, in words. */
export const memberTexts: Both<typeof en> = { en, 'zh-CN': zh }
