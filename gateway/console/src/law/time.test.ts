import { expect, test } from 'vitest'
import { isMonth, setClock, today } from './time'

test('a month is one that a year has', () => {
  expect(['2026-01', '2026-12'].map(isMonth)).toEqual([true, true])
  expect(['2026-00', '2026-13', '2026-99', '2026-1', '', '2026-01-01'].some(isMonth)).toBe(false)
})

test('today is the day of the services, whose clock can be ahead and is never behind', () => {
  const own = today()
  setClock('2031-05-01T00:30:00+08:00')
  expect(today()).toBe('2031-05-01')
  setClock('2020-01-01T00:00:00+08:00')
  expect(today()).toBe(own)
})
