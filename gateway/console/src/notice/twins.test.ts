import { expect, test } from 'vitest'
import { byAgency, twinsOf } from './twins'
import type { JointAction, Notice } from './types'

const planned = (notice: string, measure: string, agency: string, subject = 's') => ({ notice, measure, agency, subject, rule: 'r', legal: 'IN_FORCE' as const })
const own = { id: '1', measure: 'BAN', agency: 'market', subject: { id: 's' } } as Notice
const action = {
  plan: [planned('1', 'BAN', 'market'), planned('2', 'BAN', 'housing'), planned('3', 'BAN', 'housing', 'other'), planned('4', 'POST', 'market')],
  notices: [own],
} as unknown as JointAction

test('twins are the same measure for the same subject at other agencies, seen or not', () => {
  expect(twinsOf(action, own).map((twin) => [twin.planned.notice, twin.notice])).toEqual([['2', undefined]])
})

test('agencies are counted over the whole plan, those seen can be opened', () => {
  expect(byAgency(action)).toEqual([
    { agency: 'housing', count: 2, visible: false },
    { agency: 'market', count: 2, visible: true },
  ])
})
