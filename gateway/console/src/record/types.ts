import type { FieldError } from '@/api/problem'
import type { Procedure, RecordCategory, SubjectKind } from '@/law/books'

export interface Summary {
  id: string
  number: string
  item: string
  provider: string
  subject: { id: string; kind: SubjectKind; code?: string; documentKind?: string; idNumber?: string; name: string }
  decidedOn: string
  procedure?: Procedure
  category?: RecordCategory
  disclosure: 'PUBLIC' | 'CLOSED'
  shownUntil?: string
  toSettle: boolean
  lateness?: { workingDays: number; late: boolean }
  state: 'PUBLISHED' | 'WITHDRAWN' | 'ARCHIVED'
  createdAt: string
  version: number
}

export interface CreditRecord extends Summary {
  behaviourEndedOn?: string
  validUntil?: string
  ownEarnings?: boolean
  consent?: { document: string; date: string }
  fields: Record<string, string>
  lawVersion: string
  rulePack: string
  batch?: string
  at: string
  /** a repair was granted on that day (A29) */
  repairedOn?: string
  repairedBy?: string
  warnings?: FieldError[]
  history?: { version: number; what: string; at: string; by: string; reason?: string }[]
}
