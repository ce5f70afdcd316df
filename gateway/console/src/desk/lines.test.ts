import { expect, test } from 'vitest'
import { linesOf, subjectOf, textOf } from './lines'

const TODAY = '2026-11-30'
const COMPANY = '91150403FAKE000800'
const LI = '999999199001010008'

test('one subject a line: code or number, with or without a name, before or after it', () => {
  const pasted = `\uFEFF统一社会信用代码,名称\r\n${COMPANY},元宝山示例有限公司\r\n\r\n李示例\t${LI}\n ${COMPANY} `
  expect(linesOf(pasted, TODAY)).toEqual([
    { at: 2, kind: 'ORGANISATION', identifier: COMPANY, name: '元宝山示例有限公司' },
    { at: 4, kind: 'PERSON', identifier: LI, name: '李示例' },
    { at: 5, kind: 'ORGANISATION', identifier: COMPANY, name: '' },
  ])
})

test('a first line with a code is no heading', () => {
  expect(linesOf(COMPANY, TODAY)).toHaveLength(1)
})

test('what is wrong with a number is said at its line', () => {
  expect(linesOf(LI.slice(0, 17) + '9', TODAY)[0]).toMatchObject({ kind: 'PERSON', finding: { code: 'CHECK_DIGIT' } })
  expect(linesOf(COMPANY.slice(0, 17) + '1', TODAY)[0]).toMatchObject({ kind: 'ORGANISATION', finding: { code: 'CHECK_DIGIT' } })
  expect(linesOf('元宝山示例有限公司', '2026-11-30')).toEqual([])
  expect(linesOf('1号\n某公司', TODAY)[1]).toMatchObject({ finding: { code: 'FORMAT' } })
})

test('a quoted name keeps its comma, and numbers become half-width in the body', () => {
  const [line] = linesOf(`"甲,乙""丙""合作社",９１１５０４０３ＦＡＫＥ０００８００`, TODAY)
  expect(line?.name).toBe('甲,乙"丙"合作社')
  expect(subjectOf(line!)).toEqual({ kind: 'ORGANISATION', code: COMPANY, name: '甲,乙"丙"合作社' })
})

test('a file of an older office is read too', () => {
  const gbk = new Uint8Array([0xc0, 0xee, 0xca, 0xbe, 0xc0, 0xfd]).buffer
  expect(textOf(gbk)).toBe('李示例')
  expect(textOf(new TextEncoder().encode('李示例').buffer as ArrayBuffer)).toBe('李示例')
})
