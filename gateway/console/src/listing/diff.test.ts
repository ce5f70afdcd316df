import { expect, test } from 'vitest'
import { differences, pendingTerms, type Terms } from './diff'
import type { Listing, Person } from './types'

const person = (subject: string, role: Person['role'], directlyResponsible = false): Person => ({
  subject,
  role,
  name: subject,
  directlyResponsible,
})
const terms = (change: Partial<Terms>): Terms => ({ facts: '查证属实', persons: [], evidence: [], ...change })

test('the same twice has no difference', () => {
  const both = terms({ persons: [person('li', 'DIRECTOR')], until: '2027-01-01' })
  expect(differences(both, both)).toEqual([])
})

test('persons are compared by subject and role', () => {
  const found = differences(
    terms({ persons: [person('li', 'DIRECTOR'), person('wang', 'PRINCIPAL')] }),
    terms({ persons: [person('li', 'DIRECTOR', true), person('zhao', 'PRINCIPAL')] }),
  )
  expect(found.map(({ kind }) => kind)).toEqual(['changed', 'removed', 'added'])
})

test('a term that was open and is set now is added', () => {
  expect(differences(terms({}), terms({ until: '2027-01-01' }))).toEqual([
    { field: 'listing.until', kind: 'added', after: '2027-01-01' },
  ])
})

test('what a pending change leaves out stays', () => {
  const listing = {
    state: 'PUBLISHED',
    decision: { facts: '旧' },
    persons: [person('li', 'DIRECTOR')],
    evidence: [],
    until: '2027-01-01',
    pending: { reason: '补充', proposedBy: 'a', persons: [person('li', 'DIRECTOR'), person('wang', 'PRINCIPAL')] },
  } as unknown as Listing
  const after = pendingTerms(listing)
  expect(after.facts).toBe('旧')
  expect(after.until).toBe('2027-01-01')
  expect(after.persons).toHaveLength(2)
})
