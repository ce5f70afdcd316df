import type { Procedure, RecordCategory, SubjectKind } from '@/law/books'

/** A subject as the register shows it: persons masked for everybody but themselves. */
export interface Subject {
  id: string
  kind: SubjectKind
  name: string
  code?: string
  idNumber?: string
  formerNames?: string[]
}

export interface RegisterRecord {
  id: string
  number: string
  item: string
  provider: string
  category?: RecordCategory
  doubleDisclosure: boolean
  disclosure?: 'PUBLIC' | 'CLOSED'
  state?: 'PUBLISHED' | 'WITHDRAWN' | 'ARCHIVED'
  decidedOn: string
  procedure?: Procedure
  shownUntil?: string
  publishedAt: string
  basis?: string
  lawVersion: string
  fields: Record<string, string>
  subject?: Subject
}

export interface RegisterListing {
  id: string
  number: string
  listType: string
  department: string
  decision: { document: string; authority: string; date: string; basis?: string; facts?: string }
  effectiveFrom: string
  until?: string
  role?: string
  subject?: Subject
}

/** All that is shown of a subject at a moment. */
export interface SubjectView {
  subject: Subject
  records: RegisterRecord[]
  listings: RegisterListing[]
  asOf: string
  lawVersion?: string
}

const ORDER = ['ADVERSE', 'FAVOURABLE', 'BASIC', 'NONE'] as const

/** Records by what they are; those without a category are published under 双公示 only. */
export const byCategory = (records: readonly RegisterRecord[]) =>
  ORDER.map((category) => ({
    category,
    records: records.filter((record) => (record.category ?? 'NONE') === category),
  })).filter((group) => group.records.length > 0)
