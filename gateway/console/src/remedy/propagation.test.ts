import { expect, test } from 'vitest'
import { byPlace, percent, type Asked } from './propagation'

const asked: Asked[] = [
  { place: 'tax', duty: 'STOP', notice: '1', done: true, confirmedAt: '2026-12-01T09:00:00+08:00' },
  { place: 'trading', duty: 'STOP', notice: '2', done: false },
  { place: 'trading', duty: 'RECALL', notice: '2', done: true },
]

test('a place where something is missing comes before those that have done all', () => {
  expect(byPlace(asked).map((group) => [group.place, group.done, group.asked.length])).toEqual([
    ['trading', 1, 2],
    ['tax', 1, 1],
  ])
})

test('all of it is only all of it, and nothing asked is nothing missing', () => {
  expect(percent({ missing: 1, confirmed: 2 })).toBe(66)
  expect(percent({ missing: 1, confirmed: 399 })).toBe(99)
  expect(percent({ missing: 0, confirmed: 0 })).toBe(100)
})
