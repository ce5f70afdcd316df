import type { components } from 'openapi/disclosure'
import type { Told } from '@/api/told'
import type { RecordCategory } from '@/law/books'
import type { RegisterListing, RegisterRecord, Subject } from '@/register/types'

type Schemas = components['schemas']

export type Authorisation = Told<Omit<Schemas['AuthorisationView'], 'grantee' | 'scope' | 'acceptedAt' | 'revokedAt'>> & {
  grantee: { username: string }
  scope: { categories: RecordCategory[]; items: string[]; listings: boolean }
  acceptedAt?: string
  revokedAt?: string
}

/** What an authorisation covers at the moment. */
export interface Covered {
  authorisation: string
  asOf: string
  subject?: Subject | null
  records: RegisterRecord[]
  listings: RegisterListing[]
}

export const COLOURS = { WAITING: 'warning', VALID: 'success', EXPIRED: 'info', REVOKED: 'danger' } as const

export interface Draft {
  username: string
  categories: string[]
  items: string[]
  listings: boolean
  purpose: string
  from: string
  until: string
}
