import { expect, test } from 'vitest'
import { queryOf, segments } from './segments'

test('what is owed stands in the part of its kind, what is due first comes first', () => {
  expect(queryOf('new', '2026-11-25')).toEqual({ owes: 'RECEIPT', sort: 'dueNow' })
  expect(queryOf('lift', '2026-11-25')).toEqual({ owes: 'PAUSE,RELEASE,UNDOING', sort: 'dueNow' })
})

test('due soon is what is owed within three days and not late', () => {
  expect(queryOf('soon', '2026-11-29')).toEqual({ overdue: false, dueTo: '2026-12-02', sort: 'dueNow' })
})

test('every part has a query of its own', () => {
  expect(new Set(segments.map((segment) => JSON.stringify(queryOf(segment, '2026-11-25')))).size).toBe(segments.length)
})
