import { trim } from '@/form/text'
import { said } from '@/listing/proposal'
import type { Draft } from './types'

export const emptyDraft = (): Draft => ({
  username: '',
  categories: [],
  items: [],
  listings: false,
  purpose: '',
  from: '',
  until: '',
})

/** The body as the service takes it; what is empty is left out, and said to be missing by the service. */
export const bodyOf = (draft: Draft): object =>
  said({
    grantee: said({ username: trim(draft.username) }),
    scope: { categories: draft.categories, items: draft.items, listings: draft.listings },
    purpose: trim(draft.purpose),
    from: draft.from,
    until: draft.until,
  })
