import { expect, test } from 'vitest'
import { daysOf, refusedOf, seriesOf, type LooksInTerm } from './days'

const TERM: LooksInTerm = {
  from: '2026-11-29',
  to: '2026-12-01',
  looks: [
    { day: '2026-11-29', kind: 'QUERY', department: 'market', looks: 3 },
    { day: '2026-11-29', kind: 'REFUSED', department: 'market', looks: 1 },
    { day: '2026-12-01', kind: 'QUERY', department: 'tax', looks: 2 },
    { day: '2026-12-01', kind: 'AUTHORISED', looks: 1 },
  ],
}

test('every day of the term has its place, also one on which nobody looked', () => {
  expect(daysOf(TERM)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01'])
})

test('who looks most comes first; who belongs to no organ is counted too', () => {
  expect(seriesOf(TERM, 5)).toEqual([
    { department: 'market', counts: [4, 0, 0], total: 4 },
    { department: 'tax', counts: [0, 0, 2], total: 2 },
    { department: '', counts: [0, 0, 1], total: 1 },
  ])
})

test('too many organs for one chart: the rest together', () => {
  expect(seriesOf(TERM, 2)).toEqual([
    { department: 'market', counts: [4, 0, 0], total: 4 },
    { department: undefined, counts: [0, 0, 3], total: 3 },
  ])
})

test('refused ones are counted for themselves', () => {
  expect(refusedOf(TERM)).toEqual([1, 0, 0])
})
