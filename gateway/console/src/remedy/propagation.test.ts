import { expect, test } from 'vitest'
import { byPlace, percent } from './propagation'

const entries = [
  { place: 'tax', what: 'STOP', notice: '1', at: '2026-12-01T09:00:00+08:00' },
  { place: 'trading', what: 'STOP', notice: '2' },
  { place: 'trading', what: 'RECALL', notice: '2', at: '2026-12-01T10:00:00+08:00' },
]

test('a place where something is missing comes before those that have done all', () => {
  expect(byPlace(entries).map(({ place, done, asked }) => [place, done, asked.length])).toEqual([
    ['trading', 1, 2],
    ['tax', 1, 1],
  ])
})

test('all of it is only all of it, and nothing asked is nothing missing', () => {
  expect(percent(entries)).toBe(66)
  expect(percent(Array.from({ length: 400 }, (_, i) => ({ place: 'tax', what: 'STOP', at: i ? 'then' : null })))).toBe(99)
  expect(percent([])).toBe(100)
})
