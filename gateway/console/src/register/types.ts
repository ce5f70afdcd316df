import type { Procedure, RecordCategory, SubjectKind } from '@/law/books'
import type { Page } from '@/table/usePaged'

/** A subject as its reader may see it: without id where a person stands in a list that everybody reads. */
export interface Subject {
  id?: string
  kind?: SubjectKind
  name?: string
  code?: string
  /** of an organisation, the present one last */
  names?: { name: string; since: string }[]
}

export interface RegisterRecord {
  id: string
  subject: Subject
  number: string
  item: string
  provider: string
  category?: RecordCategory
  doubleDisclosure: boolean
  disclosure: 'PUBLIC' | 'CLOSED'
  state: 'PUBLISHED' | 'WITHDRAWN' | 'ARCHIVED'
  decidedOn: string
  procedure?: Procedure
  shownUntil?: string
  publishedAt: string
  lawVersion: string
  rulePack: string
  fields: Record<string, string>
}

interface Decided {
  document: string
  authority: string
  date: string
  basis: string
  facts?: string
}

export interface RegisterListing {
  id: string
  subject: Subject
  number: string
  listType: string
  department: string
  decision: Decided
  effectiveFrom: string
  until?: string
  state: 'PUBLISHED' | 'ENDED'
  ended?: { reason: string; on: string }
  persons: { role: string; name: string; directlyResponsible: boolean }[]
  /** what it sets off, for the subject itself */
  measures?: { notice: string; measure: string; agency: string; legal: string }[]
  holds?: { owner: string; reason: string; since: string }[]
  publishedAt: string
}

/** One subject at a moment: a page of each part. */
export interface SubjectFile {
  asOf: string
  lawVersion: string
  subject: Subject
  records: Page<RegisterRecord>
  listings: Page<RegisterListing>
}

const ORDER = ['ADVERSE', 'FAVOURABLE', 'BASIC', 'NONE'] as const

/** Records by what they are; those without a category are published under 双公示 only. */
export const byCategory = (records: readonly RegisterRecord[]) =>
  ORDER.map((category) => ({
    category,
    records: records.filter((record) => (record.category ?? 'NONE') === category),
  })).filter((group) => group.records.length > 0)

export const formerNames = (subject: Subject): string[] =>
  (subject.names ?? []).map((known) => known.name).filter((name) => name !== subject.name)
