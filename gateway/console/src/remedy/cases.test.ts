import { expect, test } from 'vitest'
import { askBody, claimsOf, emptyAsk } from './ask'
import { mayDo, papersOf, progressOf, targetOf, urgencyOf } from './cases'
import type { Case } from './types'

const objection: Case = {
  id: '1',
  number: '异〔2026〕000017号',
  state: 'RECEIVED',
  department: 'market',
  against: { kind: 'LISTING', id: '7' },
  claim: 'WRONG',
  receivedAt: '2026-12-01T09:00:00+08:00',
  dueOn: '2026-12-29',
  provisional: false,
  holds: [{ listing: '7', state: 'PLACED' }],
}
const when = (instant: string) => instant.slice(0, 10)
const states = (one: Case) => progressOf('objections', one, when).map((step) => step.state)

test('the last day of an open case is calm, near or past; of a closed one it is nothing (A30)', () => {
  expect(urgencyOf(objection, '2026-12-01')).toBe('calm')
  expect(urgencyOf(objection, '2026-12-27')).toBe('soon')
  expect(urgencyOf(objection, '2026-12-30')).toBe('late')
  expect(urgencyOf({ ...objection, state: 'DECIDED' }, '2026-12-30')).toBe('none')
})

test('each does what is theirs: the provider verifies, the credit office decides (O3)', () => {
  const command = (roles: string[], dept: string, one = objection) => mayDo('objections', one, { roles, dept })
  expect(command(['REPORTER'], 'market')).toEqual(['verification'])
  expect(command(['REPORTER'], 'tax')).toEqual([])
  expect(command(['CREDIT_OFFICER'], 'drc')).toEqual(['decision'])
  expect(command(['SUBJECT'], '')).toEqual(['withdrawal'])
  expect(command(['REPORTER'], 'market', { ...objection, verification: { finding: 'WRONG', statement: '', at: '' } })).toEqual([])
  expect(command(['CREDIT_OFFICER'], 'drc', { ...objection, state: 'WITHDRAWN' })).toEqual([])
})

test('reviews are the reviewer’s, repairs and exits the approver’s of the department (O4, O6, O9)', () => {
  expect(mayDo('reviews', objection, { roles: ['REVIEWER'], dept: 'drc' })).toEqual(['hold', 'decision'])
  expect(mayDo('reviews', objection, { roles: ['CREDIT_OFFICER'], dept: 'drc' })).toEqual([])
  expect(mayDo('repairs', objection, { roles: ['APPROVER'], dept: 'market' })).toEqual(['decision'])
  expect(mayDo('exits', objection, { roles: ['APPROVER'], dept: 'tax' })).toEqual([])
})

test('the subject reads how far it is: received, stopping, to be verified, to be decided', () => {
  expect(states(objection)).toEqual(['done', 'now', 'now', 'open'])
})

test('once the stop is confirmed it says so, and the last step is the decision', () => {
  const later: Case = {
    ...objection,
    state: 'DECIDED',
    outcome: 'UPHELD',
    holds: [{ listing: '7', state: 'CONFIRMED' }],
    verification: { finding: 'WRONG', statement: '', at: '2026-12-08T09:00:00+08:00' },
    decision: { reasons: '…', at: '2026-12-10T09:00:00+08:00' },
  }
  expect(states(later)).toEqual(['done', 'done', 'done', 'done'])
  expect(progressOf('objections', later, when).at(-1)?.at).toBe('2026-12-10')
})

test('what is withdrawn is not verified or decided any more', () => {
  expect(states({ ...objection, state: 'WITHDRAWN', holds: [] })).toEqual(['done', 'done'])
})

test('what a case is about, whatever its kind calls it', () => {
  expect(targetOf(objection)).toEqual({ kind: 'LISTING', id: '7' })
  expect(targetOf({ record: '3' })).toEqual({ kind: 'RECORD', id: '3' })
  expect(targetOf({})).toEqual({ kind: 'MISSING', id: undefined })
})

test('each kind has its own body; what is missing has no id', () => {
  const draft = { ...emptyAsk(), against: 'RECORD' as const, id: '3', claim: 'WRONG', words: ' 已缴清 ' }
  const papers = [{ name: '发票.pdf', sha256: 'ab' }]
  expect(askBody('objections', draft, papers)).toEqual({
    against: { kind: 'RECORD', id: '3' }, claim: 'WRONG', statement: '已缴清', evidence: papers,
  })
  expect(askBody('objections', { ...draft, against: 'MISSING', claim: 'MISSING' }, [])).toEqual({
    against: { kind: 'MISSING' }, claim: 'MISSING', statement: '已缴清', evidence: [],
  })
  expect(askBody('repairs', draft, papers)).toEqual({ record: '3', grounds: '已缴清', proofs: papers })
  expect(askBody('exits', { ...draft, against: 'LISTING' }, [])).toEqual({ listing: '3', grounds: '已缴清', proofs: [] })
  expect(askBody('reviews', draft, papers)).toEqual({ objection: '3', grounds: '已缴清', evidence: papers })
})

test('of what is missing it can only be claimed that it is', () => {
  expect(claimsOf('MISSING')).toEqual(['MISSING'])
  expect(claimsOf('LISTING')).toEqual(['WRONG', 'MUST_NOT_BE_PUBLIC'])
})

test('a piece that was named and then handed in is shown once, with its file', () => {
  const named = { name: '发票.pdf', sha256: 'ab' }
  const kept = { ...named, file: '9' }
  expect(papersOf({ evidence: [named, kept, { name: '照片', sha256: 'cd' }] })).toEqual([kept, { name: '照片', sha256: 'cd' }])
})
