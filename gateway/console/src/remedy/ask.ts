import { trim } from '@/form/text'
import { plain, said, subjectBody, type SubjectDraft } from '@/listing/proposal'
import type { AgainstKind, Kind } from './types'

/** What a party asks for, as it is typed; files are kept beside it. */
export interface AskDraft {
  against: AgainstKind | ''
  id: string
  claim: string
  words: string
}

export const emptyAsk = (): AskDraft => ({ against: '', id: '', claim: '', words: '' })

export interface Named {
  name: string
  sha256: string
}

/** The body of a case: each kind calls what it is about, the words and the papers by names of its own. */
export function askBody(kind: Kind, draft: AskDraft, papers: readonly Named[], subject?: SubjectDraft): object {
  const words = trim(draft.words)
  const id = plain(draft.id) === '' ? undefined : trim(draft.id)
  const whose = subject && { subject: subjectBody(subject) }
  switch (kind) {
    case 'objections':
      return said({
        ...whose,
        against: said({ kind: draft.against, id: draft.against === 'MISSING' ? undefined : id }),
        claim: draft.claim,
        statement: words,
        evidence: papers,
      })
    case 'reviews':
      return said({ objection: id, grounds: words, evidence: papers })
    case 'repairs':
      return said({ [draft.against === 'LISTING' ? 'listing' : 'record']: id, grounds: words, proofs: papers })
    case 'exits':
      return said({ listing: id, grounds: words, proofs: papers })
  }
}

/** What can be claimed of what: of what is missing, only that; of the rest, that it is wrong or must not be public. */
export const claimsOf = (against: AgainstKind | ''): readonly string[] =>
  against === 'MISSING' ? ['MISSING'] : against === '' ? [] : ['WRONG', 'MUST_NOT_BE_PUBLIC']
