import type { Both } from '../../kernel/locale.ts'
import type { AskedName } from '../ritual.ts'

/** What each template is called and what it asks to begin with, by the question's key. */
type Presets = Record<AskedName, { title: string; questions: Record<string, string>; unit?: string }>

const en: Presets = {
  pdca: {
    title: 'PDCA retro',
    questions: {
      plan: 'Plan: what did you mean to do?',
      done: 'Do: what did you do?',
      check: 'Check: what came out, and why?',
      act: 'Act: what will you do differently?',
    },
  },
  'four-ls': {
    title: '4L retro',
    questions: {
      liked: 'Liked: what went well?',
      learned: 'Learned: what do you know now?',
      lacked: 'Lacked: what was missing?',
      longed: 'Longed for: what do you want to have next time?',
    },
  },
  'start-stop-continue': {
    title: 'start-stop-continue',
    questions: {
      start: 'Start: what should we begin?',
      stop: 'Stop: what should we leave?',
      continue: 'Continue: what should stay?',
    },
  },
  highlights: {
    title: 'highlights retro',
    questions: {
      highlight: 'A highlight',
      shortfall: 'What fell short',
      improvement: 'One thing to improve',
    },
  },
  'case-workshop': {
    title: 'case workshop',
    questions: {
      situation: 'The situation: customer, need, what made it hard',
      tried: 'What was tried',
      result: 'What came of it',
      deal: 'The deal it is about',
    },
  },
  'leadership-workshop': {
    title: 'leadership workshop',
    unit: '%',
    questions: {
      now: 'Where the department stands',
      growth: 'Growth that you plan for the year',
      move1: 'The first move',
      date1: 'By when',
      move2: 'The second move',
      date2: 'By when',
      needs: 'What you need from above',
    },
  },
  'custom-questions': { title: 'own questions', questions: {} },
}

const zh: Presets = {
  pdca: {
    title: 'PDCA 复盘',
    questions: {
      plan: '计划：原来想做什么？',
      done: '执行：实际做了什么？',
      check: '检查：结果怎么样，为什么？',
      act: '改进：接下来怎么调整？',
    },
  },
  'four-ls': {
    title: '4L 复盘',
    questions: {
      liked: '喜欢：哪些做得好？',
      learned: '学到：现在懂了什么？',
      lacked: '缺少：当时缺了什么？',
      longed: '期待：下次希望有什么？',
    },
  },
  'start-stop-continue': {
    title: '开始停止继续',
    questions: { start: '开始做什么？', stop: '停止做什么？', continue: '继续做什么？' },
  },
  highlights: {
    title: '亮点不足改进',
    questions: { highlight: '亮点', shortfall: '不足', improvement: '改进' },
  },
  'case-workshop': {
    title: '案例研讨班',
    questions: {
      situation: '情况：什么客户、什么需求、难在哪',
      tried: '试了什么',
      result: '结果怎么样',
      deal: '关联的签单',
    },
  },
  'leadership-workshop': {
    title: '领导力工坊',
    unit: '%',
    questions: {
      now: '部门现状',
      growth: '全年计划增长',
      move1: '关键举措一',
      date1: '举措一什么时候完成',
      move2: '关键举措二',
      date2: '举措二什么时候完成',
      needs: '需要上面支持什么',
    },
  },
  'custom-questions': { title: '自己出题', questions: {} },
}

export const presets: Both<Presets> = { en, 'zh-CN': zh }
