import { describe, expect, test } from 'vitest'
import { code, length, trim } from './text'

describe('codes and numbers', () => {
  test('full-width digits and letters are read as their half-width twins, letters are raised', () => {
    expect(code('９１１５０４０３ｆａｋｅ０００８００').text).toBe('91150403FAKE000800')
    expect(code('99999919000101004x').text).toBe('99999919000101004X')
  })
  test('what cannot be seen is dropped at the ends', () => {
    expect(code('\uFEFF\u00A0\u3000 91150403FAKE000800\u200B\t').text).toBe('91150403FAKE000800')
  })
  test('inside it is an error, and the character is named', () => {
    expect(code('91150403\u200BFAKE000800').hidden).toBe('U+200B')
    expect(code('9115 0403').hidden).toBe('U+0020')
  })
  test('the guards that a spreadsheet needs are removed', () => {
    expect(code('="91150403FAKE000800"').text).toBe('91150403FAKE000800')
    expect(code("'91150403FAKE000800").text).toBe('91150403FAKE000800')
    expect(code('\t91150403FAKE000800').text).toBe('91150403FAKE000800')
  })
  test('only Latin letters are raised: ſ is no S and ı no I', () => {
    expect(code('ſı').text).toBe('ſı')
  })
})

describe('names', () => {
  test('keep their signs as registered', () => {
    expect(trim('元宝山（赤峰）䶮𠮷·示例')).toBe('元宝山（赤峰）䶮𠮷·示例')
    expect(trim('\u00A0\uFEFF阿依·古丽\u3000')).toBe('阿依·古丽')
  })
})

test('limits count code points', () => {
  expect(length('𠮷䶮a')).toBe(3)
})
