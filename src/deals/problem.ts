/** What could not be read, for the person. */
export interface Problem {
  /** What was not understood, without a full stop: it may stand in a longer sentence. */
  said: string
  /** How it can be written. */
  hint: string
}

export const isProblem = (value: object): value is Problem => 'said' in value && 'hint' in value
