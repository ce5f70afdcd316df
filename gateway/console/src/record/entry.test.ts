import { expect, test } from 'vitest'
import type { CatalogueField, CatalogueItem } from '@/law/books'
import { asked, bodyOf, changedPaths, emptyEntry, entryOf, isNeeded, revisionOf } from './entry'
import type { CreditRecord } from './types'

const field = (name: string, of: Partial<CatalogueField> = {}): CatalogueField => ({
  name,
  type: 'text',
  label: name,
  labelEn: name,
  required: false,
  public: true,
  ...of,
})
const PENALTY = {
  code: 'XYGS-CF',
  doubleDisclosure: true,
  procedures: ['GENERAL', 'SUMMARY'],
  fields: [
    field('cf_wsh'),
    field('cf_xdr_mc'),
    field('cf_nr', { type: 'prose', required: true }),
    field('cf_cflb', { type: 'enums', required: true, values: ['罚款', '警告'], needs: { 罚款: 'cf_nr_fk' } }),
    field('cf_nr_fk', { type: 'amount' }),
    field('cf_zt'),
  ],
} as CatalogueItem

test('what the head of the record says is not asked for again', () => {
  expect(asked(PENALTY).map(({ name }) => name)).toEqual(['cf_nr', 'cf_cflb', 'cf_nr_fk'])
})

test('a field that a kind asks for stands with the required ones', () => {
  const needed = asked(PENALTY).filter((one) => isNeeded(PENALTY, one))
  expect(needed.map(({ name }) => name)).toEqual(['cf_nr', 'cf_cflb', 'cf_nr_fk'])
})

test('amounts are half-width, prose stays, several kinds are one text, and nothing of another item is sent', () => {
  const entry = {
    ...emptyEntry(),
    item: 'XYGS-CF',
    number: ' 元市监罚〔2026〕1号 ',
    procedure: 'GENERAL',
    fields: { cf_nr: '罚款（叁万元）', cf_cflb: ['罚款', '警告'], cf_nr_fk: '３００００', content: 'of another item' },
  }
  expect(bodyOf(entry, PENALTY)).toEqual({
    number: '元市监罚〔2026〕1号',
    item: 'XYGS-CF',
    subject: { kind: 'ORGANISATION' },
    procedure: 'GENERAL',
    fields: { cf_nr: '罚款（叁万元）', cf_cflb: '罚款;警告', cf_nr_fk: '30000' },
  })
})

const RECORD = {
  id: 'r1',
  number: '元市监罚〔2026〕1号',
  item: 'XYGS-CF',
  subject: { id: 's1', kind: 'PERSON', idNumber: '999999************', name: '李示例' },
  decidedOn: '2026-11-20',
  ownEarnings: true,
  fields: { cf_nr: '罚款', cf_cflb: '罚款;警告', cf_zt: '0', cf_gone: 'no longer in the catalogue' },
} as unknown as CreditRecord

test('a revision says the whole content, keeps what the form does not ask for, and names neither number nor subject', () => {
  const entry = entryOf(RECORD, PENALTY)
  expect(entry.fields).toEqual({ cf_nr: '罚款', cf_cflb: ['罚款', '警告'] })
  entry.procedure = 'GENERAL'
  entry.fields.cf_cflb = ['罚款']
  expect(revisionOf(entry, PENALTY, RECORD)).toEqual({
    decidedOn: '2026-11-20',
    procedure: 'GENERAL',
    ownEarnings: true,
    fields: { cf_nr: '罚款', cf_cflb: '罚款', cf_zt: '0' },
  })
})

test('what is emptied is gone', () => {
  const entry = entryOf(RECORD, PENALTY)
  entry.fields.cf_nr = ''
  expect(revisionOf(entry, PENALTY, RECORD)).not.toHaveProperty('fields.cf_nr')
})

test('what somebody else has changed meanwhile is named', () => {
  const now = { ...RECORD, decidedOn: '2026-11-21', fields: { ...RECORD.fields, cf_nr: '罚款五万元' } }
  expect(changedPaths(entryOf(RECORD, PENALTY), entryOf(now, PENALTY))).toEqual(['decidedOn', 'fields.cf_nr'])
})
