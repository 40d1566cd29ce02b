import { expect, test } from 'vitest'
import { openDoor } from '../../../src/platforms/web/door.ts'

const HERE = { host: '127.0.0.1', port: 0 }

test('who knocks before anybody is there waits, and is answered in order', async () => {
  const door = await openDoor(HERE)
  const knock = (path: string) => fetch(`http://127.0.0.1:${door.port}/${path}`)
  const early = [knock('first'), knock('second')]
  const nobodyYet = await Promise.race([...early, new Promise((resolve) => setImmediate(resolve, 'waiting'))])
  expect(nobodyYet).toBe('waiting')
  const heard: (string | undefined)[] = []
  door.answerBy(({ url }, response) => {
    heard.push(url)
    response.end('come in')
  })
  expect(await Promise.all(early.map(async (answer) => (await answer).text()))).toEqual([
    'come in',
    'come in',
  ])
  expect(await (await knock('third')).text()).toBe('come in')
  expect(heard.toSorted()).toEqual(['/first', '/second', '/third'])
  await door.close()
  await expect(knock('late')).rejects.toThrow()
})

test('a start that fails lets those who wait go', async () => {
  const door = await openDoor(HERE)
  const early = fetch(`http://127.0.0.1:${door.port}/`)
  const told = expect(early).rejects.toThrow()
  await door.close()
  await told
})

test('a port that is taken is named', async () => {
  const door = await openDoor(HERE)
  const second = openDoor({ host: '127.0.0.1', port: door.port })
  await expect(second).rejects.toThrow(`Port ${door.port} is in use. Choose another one with PORT.`)
  await door.close()
})
