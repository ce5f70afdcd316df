import { listTypes } from '@/law/books'
import type { RegisterListing, RegisterRecord } from '@/register/types'
import type { Kind } from './types'

type Asked = Exclude<Kind, 'reviews'>

/** Anything may be objected to; what is adverse and not repaired yet may be repaired (A29). */
export const asksOfRecord = (record: Pick<RegisterRecord, 'category' | 'state' | 'marks'>): Asked[] => [
  ...(record.state === 'WITHDRAWN' ? [] : (['objections'] as const)),
  ...(record.category === 'ADVERSE' && record.state === 'PUBLISHED' && !isRepaired(record.marks) ? (['repairs'] as const) : []),
]

/**
 * Whoever stands on a list or behind it may object; the listed one may ask to leave it, and for repair unless it is a
 * list of severe dishonesty (A29).
 */
export function asksOfListing(listing: RegisterListing, reader: string | undefined): Asked[] {
  const isListed = listing.subject.id !== undefined && listing.subject.id === reader
  const inForce = listing.state === 'PUBLISHED' && !listing.ended
  return [
    ...(listing.ended?.reason === 'REVOKED' ? [] : (['objections'] as const)),
    ...(isListed && inForce && mayBeRepaired(listing) && !isRepaired(listing.marks) ? (['repairs'] as const) : []),
    ...(isListed && inForce ? (['exits'] as const) : []),
  ]
}

const mayBeRepaired = (listing: RegisterListing) => listTypes.find(listing.listType)?.listClass === 'REFERENCE'
const isRepaired = (marks: RegisterRecord['marks']) => (marks ?? []).some(({ mark }) => mark === 'REPAIRED')
