import type { Event, Outcome } from './event.ts'
import type { Locale } from './locale.ts'
import { Refusal } from './refusal.ts'
import { texts } from './texts.ts'

const MAX_LINE = 1500 // characters of a typed line: as many as a button carries that says it again
const MAX_FIELD = 3000 // characters of a form's field: as many as Slack's inputs take
const MAX_STATE = 2500 // characters that a form carries

/** What is answered to more than anybody reads; undefined: it is of a readable length. */
export function tooLong(event: Event, locale: Locale): Outcome | undefined {
  const words = texts[locale]
  switch (event.kind) {
    case 'command':
    case 'message':
      return event.text.length > MAX_LINE
        ? refused(words.lineTooLong(event.text.length, MAX_LINE))
        : undefined
    case 'action':
      return event.value.length > MAX_LINE ? refused(words.unknownButton) : undefined
    case 'submit': {
      if (event.state.length > MAX_STATE) return refused(words.unknownForm)
      const long = Object.entries(event.values).filter(([, value]) =>
        [value].flat().some((one) => one.length > MAX_FIELD),
      )
      const sentence = words.fieldTooLong(MAX_FIELD)
      return long.length > 0
        ? { errors: Object.fromEntries(long.map(([name]) => [name, sentence])) }
        : undefined
    }
    case 'reaction':
    case 'home':
      return undefined
  }
}

const refused = (sentence: string): Outcome => ({ view: new Refusal(sentence).view })
