import { expect, test } from 'vitest'
import { percent } from './percent'

test('a share is a hundred only when nothing is missing', () => {
  expect(percent(0, 0)).toBe('–')
  expect(percent(1, 3)).toBe('33.3%')
  expect(percent(9999, 10_000)).toBe('99.9%')
  expect(percent(5, 5)).toBe('100%')
})
