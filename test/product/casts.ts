import type { Locale } from '../../src/kernel/locale.ts'
import { ENDLESS, HOSTILE } from './hostile.ts'
import type { Cast } from './tour.ts'

const PEOPLE = 30

const TYPED: Record<Locale, Cast['typed']> = {
  en: {
    company: 'company',
    signed: 'signed',
    visits: '30 customer visits',
    vague: 'improve the brand',
    praise: 'Praise',
    later: 'December',
  },
  'zh-CN': {
    company: '公司',
    signed: '签约',
    visits: '拜访客户 30次',
    vague: '提升品牌影响力',
    praise: '满意度',
    later: '12月',
  },
}

/** People who are called, and who write, what nobody expects. */
export function hostileCast(locale: Locale, words: readonly string[] = HOSTILE): Cast {
  const word = inTurn(words)
  const names = Array.from({ length: PEOPLE - ENDLESS.length - 2 }, (_, at) => `${word()}${at}`)
  return { names: [...names, ...ENDLESS, '', '\u200b'], word, typed: TYPED[locale] }
}

/** People who write sentences in their own language and nothing else. */
export function plainCast(locale: Locale): Cast {
  const word = inTurn(
    locale === 'en' ? ['Acme Works', 'Blue River', 'Summit', 'Harbour'] : ['长江', '青山', '远航', '和风'],
  )
  const name = locale === 'en' ? 'Colleague' : '同事'
  return { names: Array.from({ length: PEOPLE }, (_, at) => `${name}${at}`), word, typed: TYPED[locale] }
}

function inTurn(words: readonly string[]): () => string {
  let next = 0
  return () => words[next++ % words.length] ?? ''
}
