import type { Query } from '@/api/client'
import { plusDays, SOON } from '@/notice/due'

export const segments = ['new', 'execute', 'soon', 'overdue', 'lift', 'done'] as const
export type Segment = (typeof segments)[number]

export const isSegment = (text: string): text is Segment => (segments as readonly string[]).includes(text)

/** What stands in a part of the inbox: the filters of the notices' list, what is due first comes first. */
export function queryOf(segment: Segment, today: string): Query {
  switch (segment) {
    case 'new':
      return { owes: 'RECEIPT', sort: 'dueNow' }
    case 'execute':
      return { owes: 'EXECUTION', sort: 'dueNow' }
    case 'soon':
      return { overdue: false, dueTo: plusDays(today, SOON), sort: 'dueNow' }
    case 'overdue':
      return { overdue: true, sort: 'dueNow' }
    case 'lift':
      return { owes: 'PAUSE,RELEASE,UNDOING', sort: 'dueNow' }
    case 'done':
      return { owes: 'NONE', sort: 'issuedAt,desc' }
  }
}
