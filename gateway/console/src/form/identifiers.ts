import { code } from './text'

/** The first thing wrong with an identifier, as the services would say it; undefined: nothing so far. */
export interface Finding {
  code: 'FORMAT' | 'CHECK_DIGIT' | 'TOO_LONG'
  hidden?: string
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CITIZEN_CHECKS = '10X98765432'

/** 统一社会信用代码, GB 32100-2015. Empty text is judged by nobody here: whether it is required says the form. */
export function unifiedCodeFinding(text: string): Finding | undefined {
  const read = code(text)
  if (read.hidden !== undefined) return { code: 'FORMAT', hidden: read.hidden }
  const said = read.text
  if (said === '') return undefined
  if (said.length !== 18 || [...said].some((character) => !ALPHABET.includes(character))) return { code: 'FORMAT' }
  if (isCitizenNumber(said)) return { code: 'FORMAT' } // a person's number would be published
  return unifiedCheckFits(said) ? undefined : { code: 'CHECK_DIGIT' }
}

/** GB 11714, characters 9 to 17: legacy codes deviate, so this is a warning only. */
export function innerCheckFits(text: string): boolean {
  const said = code(text).text ?? ''
  if (said.length !== 18) return true
  const sum = INNER_WEIGHTS.reduce((total, weight, i) => total + parseInt(said[8 + i] ?? '0', 36) * weight, 0)
  return said[16] === '0X987654321'[sum % 11]
}

/**
 * 公民身份号码, GB 11643-1999. A 9 at the beginning is a foreign resident's card, but 999999, which demonstrations use:
 * whether that is taken here says the service.
 */
export function citizenNumberFinding(text: string, today: string): Finding | undefined {
  const read = code(text)
  if (read.hidden !== undefined) return { code: 'FORMAT', hidden: read.hidden }
  const said = read.text
  if (said === '') return undefined
  if (!/^[0-9]{17}[0-9X]$/.test(said) || /^9(?!99999)/.test(said) || !isBirthDate(said.slice(6, 14), today)) {
    return { code: 'FORMAT' }
  }
  return citizenCheckFits(said) ? undefined : { code: 'CHECK_DIGIT' }
}

function unifiedCheckFits(said: string): boolean {
  let sum = 0
  let weight = 1
  for (let i = 0; i < 17; i++) {
    sum += ALPHABET.indexOf(said[i] ?? '') * weight
    weight = (weight * 3) % 31
  }
  // the outer remainder matters: without it every code whose sum is divisible by 31 is refused
  return said[17] === ALPHABET[(31 - (sum % 31)) % 31]
}

function citizenCheckFits(said: string): boolean {
  const sum = CITIZEN_WEIGHTS.reduce((total, weight, i) => total + Number(said[i]) * weight, 0)
  return said[17] === CITIZEN_CHECKS[sum % 11]
}

const isCitizenNumber = (said: string): boolean =>
  /^[0-9]{17}[0-9X]$/.test(said) && isBirthDate(said.slice(6, 14), '9999-12-31') && citizenCheckFits(said)

/** Whether an ID number stands somewhere in a text, in any width: it does not belong where texts go. */
export const holdsCitizenNumber = (text: string): boolean =>
  [...text.normalize('NFKC').toUpperCase().matchAll(/(?=([0-9]{17}[0-9X]))/g)].some(([, said]) => isCitizenNumber(said ?? ''))

function isBirthDate(digits: string, today: string): boolean {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const read = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) && date >= '1900-01-01' && date <= today
}
