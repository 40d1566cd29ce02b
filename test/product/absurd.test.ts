import { beforeAll, describe, expect, test } from 'vitest'
import type { Field, Form } from '../../src/view/form.ts'
import { type Audience, audience } from './audience.ts'
import { plainCast } from './casts.ts'
import { ENDLESS, HOSTILE } from './hostile.ts'
import { buttons, subcommands } from './registry.ts'
import { faultsOf } from './shown.ts'
import { TOUR_BEGINS, tour } from './tour.ts'

const LONGEST_READ = 1500

let place: Audience
let told: number
let forms: Map<string, Form>

beforeAll(async () => {
  place = await audience({ at: TOUR_BEGINS })
  await tour(place, plainCast('zh-CN'))
  told = place.seen.length
  forms = new Map(place.seen.flatMap((shown) => (shown.as === 'form' ? [[shown.form.form, shown.form]] : [])))
})

/** What has failed, and what no platform would take of the answers since the last look. */
function wrong(): unknown[] {
  const since = place.seen.slice(told)
  told = place.seen.length
  const faulty = since.flatMap((shown) => faultsOf(shown).map((fault) => `${shown.after}: ${fault}`))
  return [...place.team.failures.splice(0).map(String), ...faulty]
}

describe('behind a command', () => {
  test.each(subcommands())('ten thousand characters are refused: %s', async (line) => {
    for (const endless of ENDLESS) {
      const { text } = await place.team.says('赵敏', `${line} ${endless}`)
      expect(text).toMatch(/^这条有 [\d,]+ 个字，我一次最多读 1,500 个，所以什么都没记。/)
    }
    expect(wrong()).toEqual([])
  })

  test.each(subcommands())(
    'as much as is read, and words that nobody expects, are answered: %s',
    async (line) => {
      for (const endless of ENDLESS) {
        const { text, form } = await place.team.says('赵敏', `${line} ${endless}`.slice(0, LONGEST_READ))
        expect(form ?? text).toBeTruthy()
      }
      for (const hostile of HOSTILE) {
        const { text, form } = await place.team.says('李雷', `${line} ${hostile}`)
        expect(form ?? text).toBeTruthy()
      }
      expect(wrong()).toEqual([])
    },
  )
})

test.each(buttons())('a button that carries nonsense is answered: %s', async (action) => {
  const { team } = place
  const values = [
    '',
    ' ',
    '|||',
    '{}',
    '[]',
    'null',
    '1 2 3',
    '0',
    '-1',
    '9'.repeat(400),
    ...HOSTILE,
    ...ENDLESS,
  ]
  for (const [index, value] of values.entries()) {
    const outcome = await team.app.receive({
      kind: 'action',
      action,
      value,
      platform: 'test',
      home: team.home,
      by: { id: team.id('王经理'), name: '王经理' },
      at: team.clock.now(),
      delivery: `nonsense ${action} ${index}`,
    })
    expect(outcome.view ?? outcome.replace ?? outcome.form).toBeDefined()
  }
  expect(wrong()).toEqual([])
})

describe('in a form', () => {
  const names = [
    'deal.add',
    'deal.amend',
    'goal.add',
    'goal.checkin',
    'commission.whatif',
    'badge.someone-else',
  ]
  const more = [
    'improve.drop',
    'improve.add',
    'improve.date',
    'improve.assign',
    'retro.answer',
    'retro.item',
    'retro.settings',
    'calibration.contribute',
    'ritual.make',
    'ritual.question',
    'asked.answer',
    'case.outcome',
    'calibration.act',
    'calibration.target',
    'calibration.phases',
    'review.case',
    'review.item',
    'review.sop',
    'setup.team',
    'setup.pay',
    'setup.settings',
  ]

  test.each([...names, ...more])('whatever is filled in is answered: %s', async (name) => {
    const form = forms.get(name)
    for (const who of ['李雷', '赵敏'])
      for (const field of form?.fields ?? [])
        for (const said of [...HOSTILE, ...ENDLESS.map((endless) => endless.slice(0, 3000)), '']) {
          if (field.kind === 'note') continue
          const outcome = await place.team.submits(who, form, { [field.name]: filled(field, said) })
          expect(outcome.view ?? outcome.form ?? outcome.errors).toBeDefined()
        }
    expect(wrong()).toEqual([])
  })

  test.each([...names, ...more])('ten thousand characters are refused at their field: %s', async (name) => {
    const form = forms.get(name)
    for (const field of form?.fields ?? []) {
      if (field.kind === 'note') continue
      const { errors } = await place.team.submits('赵敏', form, {
        [field.name]: filled(field, ENDLESS[0] ?? ''),
      })
      expect(errors).toEqual({ [field.name]: '这里超过了 3,000 个字，还没记。请写短一点。' })
    }
  })

  test.each([...names, ...more])('whatever it carries back is answered: %s', async (name) => {
    const form = forms.get(name)
    if (!form) throw new Error(`The tour has not opened ${name}.`)
    for (const state of ['', ' ', 'x y z', '|||', '{}', ...HOSTILE, ...ENDLESS])
      expect(await place.team.submits('李雷', { ...form, state }, {})).toBeDefined()
    expect(wrong()).toEqual([])
  })
})

const filled = (field: Field, said: string) =>
  field.kind === 'people' || field.kind === 'choices' ? [said] : said
