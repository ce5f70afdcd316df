import { expect, test } from 'vitest'
import { fourOf, isComplete } from './persons'

test('the last four are read in any width and case', () => {
  expect(fourOf(' ０００８ ')).toBe('0008')
  expect(fourOf('123x')).toBe('123X')
})

test('a name alone asks for nobody', () => {
  expect(isComplete('李示例', '')).toBe(false)
  expect(isComplete('李示例', '008')).toBe(false)
  expect(isComplete('李示例', '0X08')).toBe(false)
  expect(isComplete('\u3000', '0008')).toBe(false)
  expect(isComplete('李示例', '0008')).toBe(true)
})
