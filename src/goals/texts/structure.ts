import type { Both } from '../../kernel/locale.ts'

const en = {
  objective: {
    added: (label: string, name: string) => `Saved ${label}. ${name}.`,
    next: (label: string) =>
      `It has no number of its own: put key results under it, such as /goal add November signed 500k parent=${label}`,
    keyResult: 'Add a key result',
    noSentence:
      'What is it about? Write one sentence, such as: /goal objective company 2027 Be first in the east',
    noPeriod: (line: string) => `It does not say until when, so nothing is saved. Try: ${line}`,
    noNumber: (label: string) =>
      `${label} is an objective and has no number of its own: what stands under it says how far it is. Change a key result, or see them all with /goal ${label}.`,
    noKeyResults: 'no key results yet',
    rolledUp: (share: string, count: number) =>
      `${share}, from ${count} key ${count === 1 ? 'result' : 'results'} by weight`,
    form: {
      title: 'New objective',
      sentence: 'What we want',
      sentenceHint: 'One sentence, without a number. Key results come under it.',
    },
  },
  weight: {
    field: 'Weight',
    hint: 'Such as 40%, or 2 for twice as much; empty: all weigh the same',
    unread: (word: string) =>
      `I could not read the weight “${word}”, so nothing changed. Write whole parts or a percentage with at most two decimals: 2, 40% or 33.33%.`,
    format:
      'Write the goal and its weight: /goal weight G-3 60%, or several at once: /goal weight G-3 60% G-4 40%',
    noParent: (label: string) =>
      `${label} stands under nothing, so a weight has nothing to weigh against. Put it under a goal first: /goal align ${label} G-1`,
    useless: (parent: string | undefined) =>
      `Weights count under an objective only${parent ? `, and ${parent} has a number of its own` : ''}. Nothing is saved.`,
    weighs: (label: string, share: string) => `${label} ${share}`,
    sum: (parent: string, count: number) => `Under ${parent}, ${count} in all`,
    equal: 'all weigh the same',
    parts: (sum: number) => `${sum} parts together`,
    share: (sum: string) => `${sum} together`,
    shareOpen: (sum: string, open: number, left: string) =>
      `${sum} given; the ${open} without a share divide the other ${left}`,
    proRata: (sum: string) => `${sum} together, not 100%, so they count in proportion`,
    shown: (share: string) => `weight ${share}`,
    done: 'Weighed.',
    same: 'equal',
    inParts: (count: number) => (count === 1 ? '1 part' : `${count} parts`),
  },
  aligning: {
    format:
      'Write the goal and the one that it serves: /goal align G-3 G-1. To take it away: /goal align G-3 none',
    circle: (label: string, above: string) =>
      `${above} stands under ${label} itself, so nothing changed: a goal cannot serve what serves it.`,
    already: (label: string, above: string) => `${label} serves ${above} already.`,
    detached: (label: string) => `${label} now stands on its own.`,
    alone: (label: string) => `${label} stands on its own already.`,
    tooDeep: (label: string) =>
      `That would put ${label} more than 20 levels deep, so nothing changed. Put it under a goal further up.`,
  },
  addedUp: {
    others: (count: number, sum: string) => `What stands under it (${count}) adds up to ${sum}`,
    own: (count: number, sum: string) =>
      `Its ${count} ${count === 1 ? 'part' : 'parts'} over shorter times ${count === 1 ? 'comes' : 'add up'} to ${sum}`,
    gap: (value: string) => `${value} short of the target`,
    surplus: (value: string) => `${value} more than the target`,
    exact: 'exactly the target',
  },
}

const zh: typeof en = {
  objective: {
    added: (label, name) => `记好了：${label} ${name}。`,
    next: (label) => `它自己没有数字，下面挂上关键结果就会动：目标 新增 11月 签约 50万 上级=${label}`,
    keyResult: '加一个关键结果',
    noSentence: '想做成什么？写一句话，比如：目标 大目标 公司 2027年 成为华东第一',
    noPeriod: (line) => `没说到什么时候，还没记。可以写成：${line}`,
    noNumber: (label) =>
      `${label} 是一句话的大目标，自己没有数字，进度由下面的关键结果算出来。要改就改关键结果，看全部：目标 ${label}`,
    noKeyResults: '还没有关键结果',
    rolledUp: (share, count) => `${share}，由 ${count} 个关键结果按权重算出`,
    form: {
      title: '新的大目标',
      sentence: '想做成什么',
      sentenceHint: '一句话，不用写数字，关键结果挂在它下面',
    },
  },
  weight: {
    field: '权重',
    hint: '比如 40%，或写 2 表示两份；不填就都一样重',
    unread: (word) => `权重「${word}」没读懂，没有改。写整数份数，或最多两位小数的百分比：2、40%、33.33%`,
    format: '写上目标和权重：目标 权重 G-3 60%，也可以一次写几个：目标 权重 G-3 60% G-4 40%',
    noParent: (label) => `${label} 上面没有目标，权重没有可比的。先挂到一个目标下面：目标 对齐 ${label} G-1`,
    useless: (parent) => `权重只在大目标下面起作用${parent ? `，${parent} 自己有数字` : ''}。还没有记。`,
    weighs: (label, share) => `${label} ${share}`,
    sum: (parent, count) => `${parent} 下面一共 ${count} 个`,
    equal: '都一样重',
    parts: (sum) => `合计 ${sum} 份`,
    share: (sum) => `合计 ${sum}`,
    shareOpen: (sum, open, left) => `写明的合计 ${sum}，没写的 ${open} 个分剩下的 ${left}`,
    proRata: (sum) => `合计 ${sum}，不是 100%，按比例折算`,
    shown: (share) => `权重 ${share}`,
    done: '权重改好了。',
    same: '一样重',
    inParts: (count) => `${count} 份`,
  },
  aligning: {
    format: '写上目标和它支撑的目标：目标 对齐 G-3 G-1。要拿开：目标 对齐 G-3 无',
    circle: (label, above) => `${above} 本来就在 ${label} 下面，绕回来就成圈了，没有改。`,
    already: (label, above) => `${label} 本来就支撑 ${above}。`,
    detached: (label) => `${label} 现在单独放着，不支撑别的目标。`,
    alone: (label) => `${label} 本来就没有挂在别的目标下面。`,
    tooDeep: (label) => `这样 ${label} 就超过 20 层了，没有改。挂到更上面的目标吧。`,
  },
  addedUp: {
    others: (count, sum) => `下级 ${count} 个合计 ${sum}`,
    own: (count, sum) => `分到各期的 ${count} 个合计 ${sum}`,
    gap: (value) => `比目标少 ${value}`,
    surplus: (value) => `比目标多 ${value}`,
    exact: '正好等于目标',
  },
}

/** Objectives, weights, what stands under what, and what it adds up to. */
export const structure: Both<typeof en> = { en, 'zh-CN': zh }
