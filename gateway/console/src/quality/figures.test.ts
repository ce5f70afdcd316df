import { expect, test } from 'vitest'
import { lateShare, monthsUpTo, percentText, refusedShare, sum, worstFirst, type Row } from './figures'

const row = (dept: string, accepted: number, late: number, refused: number): Row => ({ dept, month: '2026-11', accepted, late, refused, refusedFiles: 0 })

test('the year up to a month, over the turn of the year', () => {
  expect(monthsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(monthsUpTo('2026-12', 12)[0]).toBe('2026-01')
})

test('late is a share of what was taken, refused one of all that came', () => {
  const all = sum([row('tax', 6, 3, 2), row('market', 2, 1, 0)])
  expect(all).toEqual({ accepted: 8, late: 4, refused: 2 })
  expect(percentText(lateShare(all))).toBe('50.0%')
  expect(percentText(refusedShare(all))).toBe('20.0%')
})

test('of nothing there is no share', () => {
  expect(percentText(lateShare(row('tax', 0, 0, 3)))).toBe('—')
  expect(percentText(refusedShare(sum([])))).toBe('—')
})

test('who has the most to mend comes first', () => {
  expect(worstFirst([row('a', 9, 0, 1), row('b', 9, 4, 1), row('c', 9, 0, 1)]).map(({ dept }) => dept)).toEqual(['b', 'a', 'c'])
})
