import type { EvidenceDraft } from '@/form/EvidenceFiles.vue'
import { code, trim } from '@/form/text'
import type { Person, PersonRole } from './types'

/** A person as typed, or one that is on the listing already and is known by its subject. */
export interface PersonDraft {
  role: PersonRole | ''
  name: string
  documentKind: string
  idNumber: string
  directlyResponsible: boolean
  subject?: string
  masked?: string
}

/** The subject as typed: code or document, as its kind wants it. */
export interface SubjectDraft {
  kind: 'ORGANISATION' | 'PERSON'
  code: string
  documentKind: string
  idNumber: string
  name: string
}

export interface Proposal extends SubjectDraft {
  number: string
  listType: string
  persons: PersonDraft[]
  document: string
  authority: string
  date: string
  basis: string
  facts: string
  effectiveFrom: string
  until: string
  evidence: EvidenceDraft[]
}

export const PERSON_ROLES: readonly PersonRole[] = [
  'LEGAL_REPRESENTATIVE',
  'PRINCIPAL',
  'DIRECTOR',
  'SUPERVISOR',
  'SENIOR_MANAGER',
  'PRACTITIONER',
  'SHAREHOLDER',
]

export const emptyPerson = (): PersonDraft => ({
  role: '',
  name: '',
  documentKind: 'CITIZEN',
  idNumber: '',
  directlyResponsible: false,
})

export const emptySubject = (): SubjectDraft => ({
  kind: 'ORGANISATION',
  code: '',
  documentKind: 'CITIZEN',
  idNumber: '',
  name: '',
})

export const emptyProposal = (authority: string): Proposal => ({
  ...emptySubject(),
  number: '',
  listType: '',
  persons: [],
  document: '',
  authority,
  date: '',
  basis: '',
  facts: '',
  effectiveFrom: '',
  until: '',
  evidence: [],
})

export const draftOf = (person: Person): PersonDraft => ({
  role: person.role,
  name: person.name,
  documentKind: person.documentKind ?? 'CITIZEN',
  idNumber: '',
  directlyResponsible: person.directlyResponsible,
  subject: person.subject,
  masked: person.idNumber ?? '',
})

/** The body as the service takes it: codes and numbers half-width, names as they are registered. Empty = missing. */
export function bodyOf(proposal: Proposal): object {
  return said({
    number: trim(proposal.number),
    listType: proposal.listType,
    subject: subjectBody(proposal),
    persons: proposal.kind === 'ORGANISATION' ? proposal.persons.map(personBody) : [],
    decision: said({
      document: trim(proposal.document),
      authority: trim(proposal.authority),
      date: proposal.date,
      basis: trim(proposal.basis),
      facts: trim(proposal.facts),
    }),
    effectiveFrom: proposal.effectiveFrom,
    until: proposal.until,
    evidence: proposal.evidence,
  })
}

export const subjectBody = (subject: SubjectDraft): object =>
  said(
    subject.kind === 'ORGANISATION'
      ? { kind: subject.kind, code: plain(subject.code), name: trim(subject.name) }
      : {
          kind: subject.kind,
          documentKind: subject.documentKind,
          idNumber: plain(subject.idNumber),
          name: trim(subject.name),
        },
  )

export function personBody(person: PersonDraft): object {
  const { role, name, directlyResponsible, subject } = person
  return subject
    ? said({ role, name: trim(name), subject, directlyResponsible })
    : said({
        role,
        name: trim(name),
        documentKind: person.documentKind,
        idNumber: plain(person.idNumber),
        directlyResponsible,
      })
}

/** What cannot be read is sent as typed: the service says what is wrong with it. */
export const plain = (text: string): string => code(text).text ?? text

/** Without what is empty: to a service that is the same as missing. */
export const said = (members: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== '' && value !== undefined && value !== null))
