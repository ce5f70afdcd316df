import { expect, test } from 'vitest'
import { bodyOf, emptyDraft } from './body'

test('what is empty is left out, so that the service says that it is missing', () => {
  expect(bodyOf(emptyDraft())).toEqual({ grantee: {}, scope: { categories: [], items: [], listings: false } })
})

test('names are trimmed, and the scope goes as it was chosen', () => {
  const draft = {
    ...emptyDraft(),
    username: ' citizen-wang ',
    categories: ['ADVERSE'],
    items: ['XYGS-CF'],
    listings: true,
    purpose: '申请贷款 ',
    until: '2026-12-31',
  }
  expect(bodyOf(draft)).toEqual({
    grantee: { username: 'citizen-wang' },
    scope: { categories: ['ADVERSE'], items: ['XYGS-CF'], listings: true },
    purpose: '申请贷款',
    until: '2026-12-31',
  })
})
