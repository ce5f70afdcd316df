import { describe, expect, test } from 'vitest'
import { citizenNumberFinding, holdsCitizenNumber, innerCheckFits, unifiedCodeFinding } from './identifiers'

const TODAY = '2026-11-25'
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const VALID = [
  '91330100799655058B',
  '9144030071526726XG',
  '91350100M000100Y43',
  '91150403FAKE000800', // remainder 0
  '91150403FAKE00267Y', // remainder 1
  '91150403FAKE004351', // remainder 30
  '91150403FAKE00144X', // remainder 2
]

describe('统一社会信用代码 (GB 32100-2015)', () => {
  test.each(VALID)('%s is valid', (valid) => expect(unifiedCodeFinding(valid)).toBeUndefined())
  test('every single wrong character and every exchange of neighbours is found', () => {
    for (const valid of VALID) {
      for (let i = 0; i < 18; i++) {
        for (const other of ALPHABET) {
          if (other !== valid[i]) expect(unifiedCodeFinding(valid.slice(0, i) + other + valid.slice(i + 1))).toBeTruthy()
        }
        const swapped = valid.slice(0, i) + (valid[i + 1] ?? '') + valid[i] + valid.slice(i + 2)
        if (swapped !== valid) expect(unifiedCodeFinding(swapped)).toBeTruthy()
      }
    }
  })
  test('I O S V Z are FORMAT, a wrong check character is CHECK_DIGIT', () => {
    for (const letter of 'IOSVZ') expect(unifiedCodeFinding(`${letter}1150403FAKE000800`)?.code).toBe('FORMAT')
    expect(unifiedCodeFinding('91150403FAKE000801')?.code).toBe('CHECK_DIGIT')
    expect(unifiedCodeFinding('91150403FAKE00080')?.code).toBe('FORMAT')
  })
  test("a citizen's number is no code", () => {
    expect(unifiedCodeFinding('999999190001010007')?.code).toBe('FORMAT')
  })
  test('pasted full-width, lower-case and guarded text is read', () => {
    expect(unifiedCodeFinding('９１１５０４０３fake000800\u200B')).toBeUndefined()
    expect(unifiedCodeFinding('91150403\u200BFAKE000800')).toEqual({ code: 'FORMAT', hidden: 'U+200B' })
  })
  test('the organisation code inside has a check of its own (GB 11714)', () => {
    expect(innerCheckFits('91330100799655058B')).toBe(true)
    expect(innerCheckFits('91330100799655068B')).toBe(false)
  })
})

describe('公民身份号码 (GB 11643-1999)', () => {
  test.each(['999999190001010007', '99999919000101004X', '99999919000101004x', '９９９９９９190001010007'])(
    '%s is valid',
    (valid) => expect(citizenNumberFinding(valid, TODAY)).toBeUndefined(),
  )
  test.each([
    ['999999190001010008', 'CHECK_DIGIT'],
    ['999999190002300007', 'FORMAT'], // 30 February
    ['999999209901010007', 'FORMAT'], // not born yet
    ['999999189912310007', 'FORMAT'], // before 1900
    ['912345190001010007', 'FORMAT'], // a foreign resident's card
    ['999999900101000', 'FORMAT'], // fifteen digits are never upgraded
  ])('%s is %s', (number, finding) => expect(citizenNumberFinding(number, TODAY)?.code).toBe(finding))
})

test('an ID number inside a text is found', () => {
  expect(holdsCitizenNumber('查９９９９９９１９９００１０１０００８的')).toBe(true)
  expect(holdsCitizenNumber('91150403FAKE00267Y')).toBe(false)
  expect(holdsCitizenNumber('元宝山示例有限公司')).toBe(false)
})
