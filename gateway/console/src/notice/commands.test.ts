import { expect, test } from 'vitest'
import { offered } from './commands'

const issued = { issuedAt: '2026-11-25T01:00:00Z', force: 'MANDATORY' as const }

test('what is owed comes first', () => {
  expect(offered({ ...issued, legal: 'IN_FORCE', agencyState: 'NONE', owes: 'RECEIPT' })).toEqual(['receipt', 'execution'])
  expect(offered({ ...issued, legal: 'RECALLED', agencyState: 'EXECUTED', owes: 'UNDOING' })[0]).toBe('undoing')
  expect(offered({ ...issued, legal: 'SUSPENDED', agencyState: 'EXECUTED', owes: 'PAUSE' })[0]).toBe('pause')
})

test('only recommended measures can be declined, and only before they were executed (P5.6)', () => {
  const recommended = { ...issued, force: 'RECOMMENDED' as const, legal: 'IN_FORCE' as const }
  expect(offered({ ...recommended, agencyState: 'RECEIVED', owes: 'EXECUTION' })).toContain('refusal')
  expect(offered({ ...recommended, agencyState: 'EXECUTED', owes: 'NONE' })).not.toContain('refusal')
  expect(offered({ ...issued, legal: 'IN_FORCE', agencyState: 'RECEIVED', owes: 'EXECUTION' })).not.toContain('refusal')
})

test('nothing is reported of what was not issued', () => {
  expect(offered({ ...issued, issuedAt: null, legal: 'SUSPENDED', agencyState: 'NONE', owes: 'NONE' })).toEqual([])
})
