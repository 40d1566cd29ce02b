import type { Answer } from '../kernel/feature.ts'
import type { Acting } from '../kernel/scope.ts'
import { nameOf } from '../people/who.ts'
import { heading, plain, type Spans, say } from '../view/view.ts'
import { maySeeDispute } from './answer-dispute.ts'
import { aboutInWords } from './dispute-about.ts'
import { carriedDisputes, type Dispute, openDisputes } from './dispute-store.ts'
import { disputeTexts as texts } from './dispute-texts.ts'
import { ageOf } from './dispute-view.ts'

/** `/commission disputes`: what is not settled of one's own, of one's people, or of all for admins and finance. */
export async function listDisputes(scope: Acting): Promise<Answer> {
  const words = texts[scope.locale]
  const own: Dispute[] = []
  for (const dispute of [...(await openDisputes(scope)), ...(await carriedDisputes(scope))])
    if (await maySeeDispute(scope, dispute)) own.push(dispute)
  if (own.length === 0) return say(words.none)
  const title = words.listTitle(own.length)
  const rows: Spans[][] = []
  for (const dispute of own) rows.push(await rowOf(scope, dispute))
  const { number, who, about, state, age } = words.columns
  return {
    summary: title,
    blocks: [
      heading(title),
      {
        kind: 'table',
        columns: [
          { title: number, align: 'left' },
          { title: who, align: 'left' },
          { title: about, align: 'left' },
          { title: state, align: 'left' },
          { title: age, align: 'right' },
        ],
        rows,
      },
    ],
  }
}

async function rowOf(scope: Acting, dispute: Dispute): Promise<Spans[]> {
  const words = texts[scope.locale]
  return [
    [plain(`#${dispute.number}`)],
    [plain(await nameOf(scope, dispute.person))],
    [plain(await aboutInWords(scope, dispute, scope.locale))],
    [plain(words.states[dispute.state])],
    [plain(words.days(ageOf(scope, dispute)))],
  ]
}
