/** What a ritual that somebody has made asks, and whom. */
export interface Asks {
  questions: Question[]
  audience: Audience
  /** For so many workdays it stays open, the day of its opening not counted. */
  openDays: number
  /** Answers are collected first; then the thread works through them one by one and notes what came out of each. */
  workshop: boolean
}

/** Who is asked. */
export type Audience =
  /** The members of the team and of the teams below it, or those who lead them. */
  { kind: 'team' } | { kind: 'managers' } | { kind: 'people'; people: string[] }

/** Who reads an answer: everybody, who leads the team, or everybody but without a name. */
export type Visible = 'thread' | 'manager' | 'anonymous'

export interface Question {
  /** Names it in forms and rows; stays the same while its words change. */
  id: string
  label: string
  answer: AnswerType
  required: boolean
  visible: Visible
  /** The answer becomes an improvement item of who gives it. */
  makesItem: boolean
}

export type AnswerType =
  | { type: 'text' }
  | { type: 'long-text' }
  | { type: 'number'; unit: string }
  | { type: 'choice'; options: string[] }
  | { type: 'choices'; options: string[] }
  /** From 1 to `to`, with words for its ends. */
  | { type: 'scale'; to: 5 | 10; low: string; high: string }
  | { type: 'person' }
  | { type: 'date' }
  /** A deal's number. */
  | { type: 'deal' }

/** What an answer is, by its question's type: text, number, options, a person's id, a date, or a deal's number. */
export type Value = string | number | string[]

/** An anonymous answer is shown among at least so many. */
export const LEAST_ANONYMOUS = 3
