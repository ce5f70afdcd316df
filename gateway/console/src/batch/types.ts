import type { FieldError } from '@/api/problem'
import type { Procedure } from '@/law/books'

export const outcomes = ['REFUSED', 'ACCEPTED', 'UNCHANGED'] as const
export type Outcome = (typeof outcomes)[number]

export interface Batch {
  id: string
  state: 'RECEIVED' | 'RUNNING' | 'DONE' | 'FAILED'
  kind?: 'CSV' | 'XLSX' | 'JSON'
  department?: string
  procedure?: Procedure
  receivedAt?: string
  finishedAt?: string
  rows: number
  accepted: number
  refused: number
  unchanged: number
  errors?: FieldError[]
  warnings?: FieldError[]
}

export interface Row {
  row: number
  outcome: Outcome
  id?: string
  errors?: FieldError[]
  warnings?: FieldError[]
}

export const isOver = (batch: Batch): boolean => batch.state === 'DONE' || batch.state === 'FAILED'

export const answered = (batch: Batch): number => batch.accepted + batch.refused + batch.unchanged

/** In percent; while nothing is known of its length, nothing. */
export const progress = (batch: Batch): number | undefined =>
  batch.state === 'DONE' ? 100 : batch.rows > 0 ? Math.min(99, Math.floor((answered(batch) * 100) / batch.rows)) : undefined
