import type { Action, Command, FormHandler } from '../../kernel/feature.ts'
import { both } from '../../kernel/locale.ts'
import {
  askRemove,
  askRemovePressed,
  pausePressed,
  pauseRitual,
  removePressed,
  restorePressed,
  resumePressed,
  resumeRitual,
  runPressed,
  runRitual,
} from './change.ts'
import { askEdit, edit, editPressed } from './edit.ts'
import { historyPressed, showHistory } from './history.ts'
import { cardPressed, listRituals } from './list.ts'
import { texts as madeTexts } from './made-texts.ts'
import { askMake, make } from './make.ts'
import { previewPressed, showPreview } from './preview.ts'
import {
  askQuestion,
  questionRemoved,
  questionsPressed,
  questionUp,
  saveQuestion,
  showQuestions,
} from './questions.ts'
import { askSearch, search, searchForm, searchOn } from './search.ts'
import { answerWaiting, openSession } from './sessions.ts'
import { texts } from './texts.ts'
import { closeTrial, fillTrial, nudgeTrial, takeTrial, tryOut, tryPressed } from './trial.ts'

export const ritualCommand: Command = {
  name: 'ritual',
  aliases: ['仪式'],
  summary: both(texts, (words) => words.command),
  subcommands: [
    {
      name: '',
      aliases: [],
      summary: both(texts, (words) => words.summaries.list),
      reads: listRituals,
    },
    {
      name: 'list',
      aliases: ['列表'],
      usage: both(texts, (words) => words.usage.which),
      summary: both(texts, (words) => words.summaries.list),
      reads: listRituals,
    },
    {
      name: 'new',
      aliases: ['新建'],
      summary: both(madeTexts, (words) => words.summaries.make),
      roles: ['manager', 'admin'],
      reads: askMake,
    },
    {
      name: 'edit',
      aliases: ['修改'],
      usage: both(madeTexts, (words) => words.usage.which),
      summary: both(madeTexts, (words) => words.summaries.edit),
      roles: ['manager', 'admin'],
      reads: askEdit,
    },
    {
      name: 'questions',
      aliases: ['问题'],
      usage: both(madeTexts, (words) => words.usage.which),
      summary: both(madeTexts, (words) => words.summaries.questions),
      roles: ['manager', 'admin'],
      reads: showQuestions,
    },
    {
      name: 'preview',
      aliases: ['预览'],
      usage: both(madeTexts, (words) => words.usage.which),
      summary: both(madeTexts, (words) => words.summaries.preview),
      roles: ['manager', 'admin'],
      reads: showPreview,
    },
    {
      name: 'test',
      aliases: ['试跑'],
      usage: both(madeTexts, (words) => words.usage.which),
      summary: both(madeTexts, (words) => words.summaries.trial),
      roles: ['manager', 'admin'],
      writes: tryOut,
    },
    {
      name: 'answer',
      aliases: ['回答', '填写'],
      usage: both(madeTexts, (words) => words.usage.which),
      summary: both(madeTexts, (words) => words.summaries.answer),
      reads: answerWaiting,
    },
    {
      name: 'search',
      aliases: ['搜索', '查回答'],
      usage: both(madeTexts, (words) => words.usage.search),
      summary: both(madeTexts, (words) => words.summaries.search),
      reads: search,
    },
    {
      name: 'pause',
      aliases: ['暂停'],
      usage: both(texts, (words) => words.usage.which),
      summary: both(texts, (words) => words.summaries.pause),
      roles: ['manager', 'admin'],
      writes: pauseRitual,
    },
    {
      name: 'resume',
      aliases: ['恢复'],
      usage: both(texts, (words) => words.usage.which),
      summary: both(texts, (words) => words.summaries.resume),
      roles: ['manager', 'admin'],
      writes: resumeRitual,
    },
    {
      name: 'run',
      aliases: ['现在开', '马上开'],
      usage: both(texts, (words) => words.usage.which),
      summary: both(texts, (words) => words.summaries.run),
      roles: ['manager', 'admin'],
      writes: runRitual,
    },
    {
      name: 'history',
      aliases: ['历史'],
      usage: both(texts, (words) => words.usage.which),
      summary: both(texts, (words) => words.summaries.history),
      reads: showHistory,
    },
    {
      name: 'remove',
      aliases: ['不再开', '删除'],
      usage: both(texts, (words) => words.usage.which),
      summary: both(texts, (words) => words.summaries.remove),
      roles: ['manager', 'admin'],
      reads: askRemove,
    },
  ],
}

export const ritualActions: Action[] = [
  { name: 'ritual.pause', writes: pausePressed },
  { name: 'ritual.resume', writes: resumePressed },
  { name: 'ritual.run', writes: runPressed },
  { name: 'ritual.history', reads: historyPressed },
  { name: 'ritual.remove', writes: removePressed },
  { name: 'ritual.restore', writes: restorePressed },
  { name: 'ritual.ask-remove', reads: askRemovePressed },
  { name: 'ritual.card', reads: cardPressed },
  { name: 'ritual.new', reads: askMake },
  { name: 'ritual.edit', reads: editPressed },
  { name: 'ritual.questions', reads: questionsPressed },
  { name: 'ritual.question', reads: askQuestion },
  { name: 'ritual.question-up', writes: questionUp },
  { name: 'ritual.question-remove', writes: questionRemoved },
  { name: 'ritual.preview', reads: previewPressed },
  { name: 'ritual.try', writes: tryPressed },
  { name: 'ritual.session', reads: openSession },
  { name: 'ritual.search', reads: askSearch },
  { name: 'ritual.search-on', reads: searchOn },
  { name: 'trial.fill', reads: fillTrial },
  { name: 'trial.nudge', writes: nudgeTrial },
  { name: 'trial.close', writes: closeTrial },
]

export const ritualForms: FormHandler[] = [
  { name: 'ritual.make', writes: make },
  { name: 'ritual.edit', writes: edit },
  { name: 'ritual.question', writes: saveQuestion },
  { name: 'ritual.search', reads: searchForm },
  { name: 'trial.answer', writes: takeTrial },
]
