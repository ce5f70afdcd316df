import { expect, test } from 'vitest'
import { units } from './spans'

test('a time is said in its two largest units', () => {
  expect(units(0)).toEqual([[0, 'second']])
  expect(units(59)).toEqual([[59, 'second']])
  expect(units(3599)).toEqual([[59, 'minute']])
  expect(units(3600)).toEqual([[1, 'hour']])
  expect(units(5400)).toEqual([[1, 'hour'], [30, 'minute']])
  expect(units(86_400)).toEqual([[1, 'day']])
  expect(units(90_000)).toEqual([[1, 'day'], [1, 'hour']])
})
