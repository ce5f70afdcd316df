import { expect, test } from 'vitest'
import { isMonth } from './time'

test('a month is one that a year has', () => {
  expect(['2026-01', '2026-12'].map(isMonth)).toEqual([true, true])
  expect(['2026-00', '2026-13', '2026-99', '2026-1', '', '2026-01-01'].some(isMonth)).toBe(false)
})
