import { expect, test } from 'vitest'
import { bodyOf, emptyPerson, emptyProposal, personBody } from './proposal'

test('names keep their signs, codes and numbers are read half-width', () => {
  const body = bodyOf({
    ...emptyProposal('元宝山区市场监督管理局'),
    number: ' 市监-1 ',
    code: '９１１５０４０３fake０００８００',
    name: '元宝山（赤峰）䶮𠮷有限公司\u200B',
    persons: [{ ...emptyPerson(), role: 'PRINCIPAL', name: '阿依·古丽', idNumber: '99999919000101004ｘ' }],
  })
  expect(body).toMatchObject({
    number: '市监-1',
    subject: { kind: 'ORGANISATION', code: '91150403FAKE000800', name: '元宝山（赤峰）䶮𠮷有限公司' },
    persons: [{ role: 'PRINCIPAL', name: '阿依·古丽', idNumber: '99999919000101004X' }],
  })
})

test('what is empty is left out, so that the service says what is missing', () => {
  expect(bodyOf(emptyProposal(''))).toEqual({
    subject: { kind: 'ORGANISATION' },
    persons: [],
    decision: {},
    evidence: [],
  })
})

test('a person has no persons behind it', () => {
  const body = bodyOf({ ...emptyProposal(''), kind: 'PERSON', persons: [emptyPerson()] })
  expect(body).toMatchObject({ persons: [], subject: { kind: 'PERSON', documentKind: 'CITIZEN' } })
})

test('who is on the listing already is named by its subject', () => {
  expect(personBody({ ...emptyPerson(), role: 'DIRECTOR', name: '王示例', subject: 's-1', masked: '999999****' })).toEqual({
    role: 'DIRECTOR',
    name: '王示例',
    subject: 's-1',
    directlyResponsible: false,
  })
})
