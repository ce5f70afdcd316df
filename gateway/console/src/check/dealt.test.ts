import { expect, test } from 'vitest'
import { mustSayWhy, outcomeBody, undealt } from './dealt'
import { scenesOf } from './types'

test('only a mandatory measure that was not applied needs a reason and a superior (S6)', () => {
  const no = { ...undealt(), applied: 'no' as const }
  expect(mustSayWhy({ force: 'MANDATORY' }, no)).toBe(true)
  expect(mustSayWhy({ force: 'RECOMMENDED' }, no)).toBe(false)
  expect(mustSayWhy({ force: 'MANDATORY' }, { ...no, applied: 'yes' })).toBe(false)
})

test('the outcome names every measure, and says why only where it was not applied', () => {
  const body = outcomeBody([{ notice: '1' }, { notice: '2' }, { notice: '3' }], {
    1: { applied: 'yes', reason: 'CORRECTED', confirmedBy: '王局', remark: ' 已办 ' },
    2: { applied: 'no', reason: 'CORRECTED', confirmedBy: ' 王局 ', remark: '' },
  })
  expect(body).toEqual({
    measures: [
      { notice: '1', applied: true, remark: '已办' },
      { notice: '2', applied: false, reason: 'CORRECTED', confirmedBy: '王局' },
      { notice: '3' },
    ],
  })
})

test('an agency is offered the scenes in which it has measures', () => {
  const all = [
    { agencies: ['market', 'tax'], scenes: ['LICENCE', 'INSPECTION'] },
    { agencies: ['tax'], scenes: ['LICENCE', 'FUNDING'] },
  ]
  expect(scenesOf(all, 'market')).toEqual(['INSPECTION', 'LICENCE'])
  expect(scenesOf(all, 'court')).toEqual(['FUNDING', 'INSPECTION', 'LICENCE'])
})
