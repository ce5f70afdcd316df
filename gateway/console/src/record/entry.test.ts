import { expect, test } from 'vitest'
import type { CatalogueField, CatalogueItem } from '@/law/books'
import { asked, bodyOf, emptyEntry, isNeeded } from './entry'

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
