import { expect, test } from 'vitest'
import { fieldName } from './fieldName'

test('a warning names the field as the page does', () => {
  expect(fieldName('subject.code')).toBe('统一社会信用代码')
  expect(fieldName('persons[1].idNumber')).toBe('责任人 2 · 证件号码')
  expect(fieldName('evidence[0].name')).toBe('证据材料')
  expect(fieldName('unheard.of')).toBe('unheard.of')
})
