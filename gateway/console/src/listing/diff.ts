import { sayCode } from '@/i18n'
import type { Evidence, Listing, Person } from './types'

/** What of a listing can be changed, as somebody saw or proposes it. */
export interface Terms {
  state?: string
  until?: string | undefined
  facts: string
  persons: readonly Person[]
  evidence: readonly Evidence[]
}

export interface Difference {
  /** i18n key of the field's name */
  field: string
  kind: 'added' | 'removed' | 'changed'
  before?: string
  after?: string
}

export const termsOf = (listing: Listing): Terms => ({
  state: listing.state,
  until: listing.until,
  facts: listing.decision.facts,
  persons: listing.persons,
  evidence: listing.evidence,
})

/** The listing as it would be with the change that waits; what a change leaves out stays. */
export function pendingTerms(listing: Listing): Terms {
  const now = termsOf(listing)
  const { pending } = listing
  return pending
    ? {
        ...now,
        until: pending.until ?? now.until,
        facts: pending.facts ?? now.facts,
        persons: pending.persons ?? now.persons,
        evidence: pending.evidence ?? now.evidence,
      }
    : now
}

export function differences(before: Terms, after: Terms): Difference[] {
  const found: Difference[] = []
  const text = (field: string, one: string | undefined, other: string | undefined) => {
    if ((one ?? '') !== (other ?? '')) {
      found.push({ field, kind: !one ? 'added' : !other ? 'removed' : 'changed', ...(one && { before: one }), ...(other && { after: other }) })
    }
  }
  text('listing.state', sayCode('listingState', before.state), sayCode('listingState', after.state))
  list('listing.person', before.persons, after.persons, (person) => `${person.subject} ${person.role}`, personText, found)
  text('listing.until', before.until, after.until)
  text('listing.facts', before.facts, after.facts)
  list('listing.evidence', before.evidence, after.evidence, (piece) => `${piece.sha256} ${piece.name}`, (piece) => piece.name, found)
  return found
}

function list<T>(
  field: string,
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
  text: (item: T) => string,
  found: Difference[],
) {
  const old = new Map(before.map((item) => [key(item), text(item)]))
  const now = new Map(after.map((item) => [key(item), text(item)]))
  for (const [known, was] of old) {
    const is = now.get(known)
    if (is === undefined) found.push({ field, kind: 'removed', before: was })
    else if (is !== was) found.push({ field, kind: 'changed', before: was, after: is })
  }
  for (const [known, is] of now) {
    if (!old.has(known)) found.push({ field, kind: 'added', after: is })
  }
}

function personText(person: Person): string {
  return [
    person.name,
    sayCode('personRole', person.role),
    ...(person.directlyResponsible ? [sayCode('listing', 'directlyResponsible')] : []),
    ...(person.idNumber ? [person.idNumber] : []),
  ].join(' · ')
}
