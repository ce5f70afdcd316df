import { expect, test } from 'vitest'
import { noticesBehind } from './links'

test('months of the selection become days of issue, both ends included', () => {
  expect(noticesBehind({ agency: 'tax', from: '2026-01', to: '2028-02' }, { overdue: 'true' })).toEqual({
    path: '/notices',
    query: { agency: 'tax', issuedFrom: '2026-01-01', issuedTo: '2028-02-29', overdue: 'true' },
  })
})

test('a figure of one month opens that month, whatever is selected around it', () => {
  expect(noticesBehind({ from: '2026-01', to: '2026-12' }, { month: '2026-11' }).query).toEqual({
    issuedFrom: '2026-11-01',
    issuedTo: '2026-11-30',
  })
})

test('figures are of issued notices, and so is the list', () => {
  expect(noticesBehind({}, { legal: 'SUSPENDED' }).query).toEqual({ issuedFrom: '2021-01-01', legal: 'SUSPENDED' })
})
