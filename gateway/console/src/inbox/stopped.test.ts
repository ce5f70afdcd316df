import { expect, test } from 'vitest'
import { isStopped, stoppedQuery } from './stopped'

test('of what is suspended a pause is owed, of what is recalled its undoing (S5)', () => {
  expect(stoppedQuery('SUSPENDED', true)).toEqual({ legal: 'SUSPENDED', owes: 'PAUSE', sort: 'dueNow' })
  expect(stoppedQuery('RECALLED', true)).toEqual({ legal: 'RECALLED', owes: 'UNDOING', sort: 'dueNow' })
})

test('all of them, whatever is owed, come by when they were issued', () => {
  expect(stoppedQuery('RECALLED', false)).toEqual({ legal: 'RECALLED', owes: undefined, sort: 'issuedAt,desc' })
  expect(isStopped('IN_FORCE')).toBe(false)
})
