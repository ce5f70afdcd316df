import { expect, test } from 'vitest'
import { grid, strength } from './heat'

const share = (agency: string, measure: string, count: number, overdue = 0) => ({ agency, measure, count, overdue, executed: 0, declined: 0, flagged: 0 })

test('the busiest agency and measure come first, and what is not there is not zero', () => {
  const heat = grid([share('tax', 'A', 3, 2), share('tax', 'B', 1), share('drc', 'B', 9)], 'overdue')
  expect(heat.agencies).toEqual(['drc', 'tax'])
  expect(heat.measures).toEqual(['B', 'A'])
  expect(heat.value('tax', 'A')).toBe(2)
  expect(heat.top).toBe(2)
  expect(heat.has('drc', 'A')).toBe(false)
})

test('one is seen beside thousands', () => {
  expect(strength(0, 1000)).toBe(0)
  expect(strength(1, 1000)).toBeGreaterThanOrEqual(0.1)
  expect(strength(1000, 1000)).toBe(0.6)
})
