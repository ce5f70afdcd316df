import type { Query } from '@/api/client'

/** In what ways a notice stops: for a while, or as never right. */
export const stopped = ['SUSPENDED', 'RECALLED'] as const
export type Stopped = (typeof stopped)[number]

export const isStopped = (text: string): text is Stopped => (stopped as readonly string[]).includes(text)

const OWED: Record<Stopped, string> = { SUSPENDED: 'PAUSE', RECALLED: 'UNDOING' }

/** The filters of the notices' list; what is owed first comes first. */
export const stoppedQuery = (legal: Stopped, owedOnly: boolean): Query => ({
  legal,
  owes: owedOnly ? OWED[legal] : undefined,
  sort: owedOnly ? 'dueNow' : 'issuedAt,desc',
})
