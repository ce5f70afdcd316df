import { expect, test } from 'vitest'
import { lastMove, sameByAnother } from './moves'
import type { Step } from './types'

let seq = 0
const step = (type: string, by = 'svc-sanction', report?: Step['data']['report']): Step => ({
  seq: ++seq,
  at: '2026-11-25T01:00:00Z',
  by,
  type,
  data: report ? { report } : {},
})
const reported = (by: string, report: Step['data']['report']) => step('feedback-recorded', by, report)

test('who was faster is whoever moved the notice, not the escalation after it', () => {
  const steps = [step('notice-issued'), reported('li', 'RECEIVED'), step('notice-reminded'), step('notice-overdue')]
  expect(lastMove(steps)?.by).toBe('li')
  expect(lastMove([...steps, step('notice-recalled')])?.type).toBe('notice-recalled')
  expect(lastMove([])).toBeUndefined()
})

test('two report the same at once: each learns of the other, whichever came first', () => {
  const steps = [step('notice-issued'), reported('wang', 'RECEIVED'), reported('li', 'EXECUTED'), reported('zhang', 'EXECUTED')]
  expect(sameByAnother(steps, 'EXECUTED', 'zhang')?.by).toBe('li')
  expect(sameByAnother(steps, 'EXECUTED', 'li')?.by).toBe('zhang')
})

test('alone, or long after the same was undone, nobody else is named', () => {
  expect(sameByAnother([reported('wang', 'RECEIVED'), reported('li', 'EXECUTED')], 'EXECUTED', 'li')).toBeUndefined()
  const again = [reported('li', 'EXECUTED'), reported('li', 'RELEASED'), reported('zhang', 'EXECUTED')]
  expect(sameByAnother(again, 'EXECUTED', 'zhang')).toBeUndefined()
})
