/** The remedies of a subject, as the resources are called. */
export const kinds = ['objections', 'reviews', 'repairs', 'exits'] as const
export type Kind = (typeof kinds)[number]

export const isKind = (text: unknown): text is Kind => (kinds as readonly unknown[]).includes(text)

export type AgainstKind = 'RECORD' | 'LISTING' | 'NOTICE' | 'MISSING'
export const claims = ['WRONG', 'MISSING', 'MUST_NOT_BE_PUBLIC'] as const
export const findings = ['CONFIRMED', 'WRONG', 'PARTLY'] as const
export const outcomes = ['UPHELD', 'PARTLY', 'REJECTED'] as const
export const grants = ['GRANTED', 'REFUSED'] as const

export type State = 'RECEIVED' | 'VERIFYING' | 'DECIDED' | 'WITHDRAWN'
export type Outcome = (typeof outcomes)[number] | (typeof grants)[number]

/** `file`: it is kept here, and a party may fetch it. */
export interface Piece {
  name: string
  sha256?: string | null
  file?: string | null
}

/** PLACED: it stands in the case; CONFIRMED: the measures have stopped, and sanction has said so. */
export interface CaseHold {
  listing?: string | null
  notice?: string | null
  state: 'PLACED' | 'CONFIRMED'
  confirmedAt?: string | null
  endedAt?: string | null
}

export interface Verification {
  finding: (typeof findings)[number]
  statement: string
  evidence?: Piece[]
  by?: string
  officer?: string | null
  at: string
}

export interface Decision {
  outcome?: Outcome
  reasons: string
  basis?: string
  by?: string
  at?: string
  date?: string
}

/** A case of any kind: what all have, and what only some have. */
export interface Case {
  id: string
  number: string
  state: State
  outcome?: Outcome | null
  /** id of the subject whose right it is */
  subject?: string | null
  department?: string | null
  filedBy?: 'SUBJECT' | 'OFFICE' | 'DEPARTMENT'
  against?: { kind: AgainstKind; id?: string | null } | null
  /** of a review */
  objection?: string | null
  /** of a repair or an exit */
  record?: string | null
  listing?: string | null
  claim?: (typeof claims)[number] | null
  statement?: string | null
  grounds?: string | null
  evidence?: Piece[] | null
  proofs?: Piece[] | null
  receivedAt: string
  dueOn: string
  provisional: boolean
  overdue?: boolean
  verifyBy?: string | null
  holds?: CaseHold[] | null
  /** of a review: the reviewer has ordered that nothing is applied meanwhile */
  holding?: boolean
  verification?: Verification | null
  decision?: Decision | null
  reasons?: string | null
  basis?: string | null
  decidedBy?: string | null
  decidedAt?: string | null
  withdrawnAt?: string | null
  timeline?: { what: string; at: string; by: string; basis?: string | null }[] | null
}
