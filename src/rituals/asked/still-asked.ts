import type { Prompt } from '../../kernel/feature.ts'
import { sessionOf } from '../session-store.ts'
import { partOf } from './store.ts'

/** Somebody is asked until they have answered, or it is closed. */
export const questionsAsked: Prompt = {
  name: 'questions',
  async asked(scope, about, person) {
    const [ritual = '', occurrence = ''] = about.split(' ')
    const session = await sessionOf(scope, ritual, occurrence)
    const part = await partOf(scope, ritual, occurrence, person)
    return session !== undefined && session.closedAt === undefined && part?.answeredAt === undefined
  },
}
