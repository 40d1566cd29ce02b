import { beforeAll, describe, expect, test } from 'vitest'
import { plan, target } from '../commission/arrange.ts'
import { type Audience, audience } from './audience.ts'
import { buttons, subcommands } from './registry.ts'
import { wordsShown } from './shown.ts'

/** 93,519 of 100,000 at 5% from 80%: nobody else's number looks like it. */
const SIGNED = '93519'
const PAY = /4,?675(?:\.95)?/

const OTHERS = ['李雷', '周主管', '吴婷']
const MAY_KNOW = ['韩梅梅', '王经理', '陈总', '孙会计', '赵敏']

let place: Audience
let her: string

beforeAll(async () => {
  place = await audience()
  const { team } = place
  her = team.id('韩梅梅')
  await plan(team)
  for (const who of ['李雷', '韩梅梅', '吴婷']) await target(team, who, 100_000)
  await team.says('韩梅梅', `/deal add 华为 ${SIGNED}`)
  await team.says('王经理', '/deal confirm all')
  await team.until('2026-11-20T02:10:00.000Z')
})

const shownNow = () => place.seen.flatMap(wordsShown).join('\n')

test.each(MAY_KNOW)('%s may know it', async (who) => {
  expect((await place.team.says(who, '/commission @韩梅梅')).text).toMatch(PAY)
  expect((await place.team.says(who, '/commission explain @韩梅梅')).text).toMatch(PAY)
})

describe.each(OTHERS)('%s learns nothing of it', (who) => {
  test.each(['', ' explain', ' plan', ' team', ' 2026-11', ' explain 2026-11', ' whatif 5000'])(
    'by /commission%s',
    async (rest) => {
      for (const name of ['@韩梅梅', '韩梅梅', `<@${her}>`]) {
        const { text } = await place.team.says(who, `/commission${rest} ${name}`)
        expect(text).toMatch(
          /只有本人、主管、财务和管理员能看|没读懂|试算只算自己的提成|要主管或财务或管理员来做/,
        )
        expect(text).not.toMatch(PAY)
      }
      expect((await place.team.says(who, '提成 @韩梅梅')).text).toContain('只有本人、主管、财务和管理员能看')
    },
  )

  test('by her deals', async () => {
    const { team } = place
    expect((await team.says(who, '/deal list @韩梅梅')).text).toContain('韩梅梅')
    expect((await team.says(who, '/deal list @韩梅梅')).text).not.toContain('华为')
    for (const line of ['/deal show D-1', '/deal amend D-1 金额=1万', '/deal void D-1 没有']) {
      const { text } = await team.says(who, line)
      expect(text).toContain('D-1')
      expect(text).not.toMatch(/华为|93,519/)
    }
  })

  test('by anything else that can be said, opened or pressed', async () => {
    const { team } = place
    place.seen.length = 0
    for (const line of subcommands())
      for (const rest of ['', ' @韩梅梅', ' 2026-11', ' signed']) await team.says(who, line + rest)
    for (const action of buttons())
      for (const value of [
        `2026-11 ${her}`,
        `2026-11 ${her} 1`,
        her,
        JSON.stringify({ period: '2026-11', whose: { person: her }, page: 1 }),
      ])
        await team.app.receive({
          kind: 'action',
          action,
          value,
          platform: 'test',
          home: team.home,
          by: { id: team.id(who), name: who },
          at: team.clock.now(),
          delivery: `${who} ${action} ${value}`,
        })
    await team.opensHome(who)
    expect(shownNow()).not.toMatch(PAY)
    expect(team.failures).toEqual([])
  })
})

test('no channel and no board shows it', async () => {
  place.seen.length = 0
  for (const metric of ['', 'signed', 'collected', 'deals', 'new customers', 'attainment'])
    await place.team.says('李雷', `/leaderboard ${metric}`)
  expect(shownNow()).toContain('韩梅梅')
  const posts = place.team.posts().filter((post) => !MAY_KNOW.includes(post.place))
  expect(posts.length).toBeGreaterThan(0)
  expect([shownNow(), ...posts.map((post) => post.text)].join('\n')).not.toMatch(PAY)
})
