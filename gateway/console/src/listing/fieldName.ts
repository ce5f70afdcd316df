import { say } from '@/i18n'

const NAMES: Record<string, string> = {
  number: 'number',
  listType: 'listType',
  'subject.kind': 'kind',
  'subject.name': 'subjectName',
  'subject.code': 'unifiedCode',
  'subject.documentKind': 'documentKind',
  'subject.idNumber': 'idNumber',
  'decision.document': 'document',
  'decision.authority': 'authority',
  'decision.date': 'decidedOn',
  'decision.basis': 'basis',
  'decision.facts': 'facts',
  effectiveFrom: 'effectiveFrom',
  until: 'until',
  evidence: 'evidence',
  role: 'role',
  name: 'personName',
  documentKind: 'documentKind',
  idNumber: 'idNumber',
}

/** What a field of a listing's body is called on the page: `persons[0].idNumber`; its path where it has no name. */
export function fieldName(path: string): string {
  const person = /^persons\[(\d+)\](?:\.(\w+))?$/.exec(path)
  if (person) {
    const nth = say('listing.nthPerson', { n: Number(person[1]) + 1 })
    return person[2] ? `${nth} · ${named(person[2])}` : nth
  }
  return named(path.replace(/\[\d+\].*$/, ''))
}

const named = (path: string): string => (NAMES[path] ? say(`listing.${NAMES[path]}`) : path)
