import { expect, test } from 'vitest'
import { draftFrom, proposalBody, withoutMeasure } from './proposal'
import type { ListedMeasure } from './types'

const inForce = {
  name: '默认规则',
  nameEn: 'Default rules',
  rules: [
    { id: 'SEVERE', name: '一', nameEn: 'One', listClass: 'SEVERE' as const, measures: ['S-1', 'S-2'], basis: 'P4' },
    { id: 'JUDGMENT', name: '二', nameEn: 'Two', listClass: 'SEVERE' as const, listTypes: ['SEVERE-JUDGMENT'], measures: ['S-2'], basis: 'A26' },
  ],
}

test('what is in force is where a proposal begins, and stays as it was (S2)', () => {
  const draft = draftFrom(inForce)
  draft.rules[0]!.measures.push('S-3')
  Object.assign(draft, { version: ' 2027 ', effectiveFrom: '2027-01-01', basis: '元政字〔2027〕1号' })
  expect(inForce.rules[0]!.measures).toEqual(['S-1', 'S-2'])
  expect(proposalBody(draft)).toEqual({
    version: '2027',
    effectiveFrom: '2027-01-01',
    basis: '元政字〔2027〕1号',
    name: '默认规则',
    nameEn: 'Default rules',
    rules: [
      { id: 'SEVERE', name: '一', nameEn: 'One', listClass: 'SEVERE', measures: ['S-1', 'S-2', 'S-3'], basis: 'P4' },
      { id: 'JUDGMENT', name: '二', nameEn: 'Two', listClass: 'SEVERE', listTypes: ['SEVERE-JUDGMENT'], measures: ['S-2'], basis: 'A26' },
    ],
  })
})

test('a measure that is taken off the list is named by no rule (S1)', () => {
  const draft = draftFrom(inForce)
  draft.measures = [{ code: 'S-1' }, { code: 'S-2' }] as ListedMeasure[]
  withoutMeasure(draft, 'S-2')
  expect(draft.measures.map(({ code }) => code)).toEqual(['S-1'])
  expect(draft.rules.map(({ measures }) => measures)).toEqual([['S-1'], []])
})
