import { citizenNumberFinding, unifiedCodeFinding, type Finding } from '@/form/identifiers'
import { code, trim } from '@/form/text'
import { said } from '@/listing/proposal'

/** A line as pasted, or of a file: whom it asks about. */
export interface Line {
  /** its place in what was pasted, from 1 */
  at: number
  kind: 'ORGANISATION' | 'PERSON'
  identifier: string
  name: string
  finding?: Finding
}

export const MOST_LINES = 1_000

const CELL = /"((?:[^"]|"")*)"|[^,，;；\t]+/g
const IDENTIFIER = /^[0-9A-Z]{18}$/

/** One subject a line: code or ID number and, before it or after it, the name. A heading has no digit. */
export function linesOf(text: string, today: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ at: i + 1, cells: cellsOf(line) }))
    .filter(({ at, cells }) => cells.length > 0 && !(at === 1 && cells.every((cell) => !/\p{Nd}/u.test(cell))))
    .map(({ at, cells }) => lineOf(at, cells, today))
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(CELL)].map(([all, quoted]) => trim(quoted?.replaceAll('""', '"') ?? all)).filter((cell) => cell !== '')

function lineOf(at: number, cells: string[], today: string): Line {
  const place = Math.max(0, cells.findIndex((cell) => IDENTIFIER.test(code(cell).text ?? '')))
  const identifier = cells[place] ?? ''
  const name = cells.find((_, i) => i !== place) ?? ''
  const asPerson = citizenNumberFinding(identifier, today)
  const asOrganisation = unifiedCodeFinding(identifier)
  // what is a date of birth in the right place is meant for a person, also where a digit is wrong
  const isPerson = !asPerson || (asPerson.code === 'CHECK_DIGIT' && asOrganisation !== undefined)
  const finding = isPerson ? asPerson : asOrganisation
  return { at, kind: isPerson ? 'PERSON' : 'ORGANISATION', identifier, name, ...(finding && { finding }) }
}

export function subjectOf({ kind, identifier, name }: Pick<Line, 'kind' | 'identifier' | 'name'>): object {
  const plain = code(identifier).text ?? identifier
  return said(kind === 'PERSON' ? { kind, idNumber: plain, name } : { kind, code: plain, name })
}

/** A text file in the encodings that offices use. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
