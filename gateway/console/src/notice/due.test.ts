import { expect, test } from 'vitest'
import { daysBetween, plusDays, urgency } from './due'

test('a notice is late from the day after its date, and due soon three days ahead', () => {
  const on = (dueNow: string | null) => urgency({ dueNow }, '2026-11-25')
  expect(on(null)).toBe('none')
  expect(on('2026-11-24')).toBe('late')
  expect(on('2026-11-25')).toBe('soon')
  expect(on('2026-11-28')).toBe('soon')
  expect(on('2026-11-29')).toBe('calm')
})

test('days count over months and years', () => {
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
  expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2)
  expect(plusDays('2026-12-30', 3)).toBe('2027-01-02')
})
