import { expect, test } from 'vitest'
import { inTurns } from './batch'

test('every item has its turn, and never more than so many at once', async () => {
  const items = Array.from({ length: 23 }, (_, i) => i)
  const done: number[] = []
  let running = 0
  let most = 0
  await inTurns(items, 4, async (item) => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setTimeout(resolve, (item * 7) % 5))
    running--
    done.push(item)
  })
  expect(done.sort((one, other) => one - other)).toEqual(items)
  expect(most).toBe(4)
})

test('nothing to do is done at once', async () => {
  await inTurns([], 4, () => Promise.reject(new Error('never')))
})
