import type { components } from 'openapi/disclosure'
import type { Told } from '@/api/told'
import type { RegisterListing, RegisterRecord, Subject } from '@/register/types'

type Schemas = components['schemas']

/** What an organ gets to know about one subject. */
export interface Found {
  /** false: nothing was ever told about this code or number */
  known: boolean
  nameDiffers: boolean
  asOf: string
  lawVersion: string
  subject?: Subject
  /** the latest, where there are more than a page */
  records: RegisterRecord[]
  page: { number: number; totalElements: number; totalPages: number }
  listings: RegisterListing[]
}

export type Answer = Found & { id: string }
export type AnsweredRow = Found & { row: number }

export type QueryState = Told<Omit<Schemas['QueryState'], 'answersUntil' | 'purpose' | 'matter' | 'reason'>> &
  Pick<Schemas['QueryState'], 'answersUntil' | 'purpose' | 'matter' | 'reason'>

export const isOver = (query: QueryState): boolean => query.state === 'DONE' || query.state === 'FAILED'

export const percent = (query: QueryState): number =>
  query.state === 'DONE' ? 100 : query.rows === 0 ? 0 : Math.min(99, Math.floor((query.answered * 100) / query.rows))
