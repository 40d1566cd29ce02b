import type { Words } from './texts.ts'

/** Carries a "no" out of a request: the HTTP status, and one sentence in the reader's language. */
export class Declined extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 422
  readonly sentence: (errors: Words['errors']) => string
  constructor(status: Declined['status'], sentence: Declined['sentence']) {
    super(`declined with ${status}`)
    this.status = status
    this.sentence = sentence
  }
}
