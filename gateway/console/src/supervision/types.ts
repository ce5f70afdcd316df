/** The supervision API (V1): counts of issued notices, and what happens to them. */

export const legals = ['IN_FORCE', 'SUSPENDED', 'ENDED', 'RECALLED'] as const
export const agencyStates = ['NONE', 'RECEIVED', 'EXECUTED', 'DECLINED', 'PAUSED', 'RELEASED', 'UNDONE'] as const
export const debts = ['RECEIPT', 'EXECUTION', 'PAUSE', 'RELEASE', 'UNDOING', 'NONE'] as const
export const flags = ['LATE', 'AFTER_END', 'WHILE_SUSPENDED'] as const

export type Legal = (typeof legals)[number]
export type AgencyState = (typeof agencyStates)[number]
export type Owes = (typeof debts)[number]
export type Flag = (typeof flags)[number]

export interface Share {
  agency?: string
  measure?: string
  listType?: string
  month?: string
  count: number
  executed: number
  declined: number
  overdue: number
  flagged: number
}

/** In seconds; null where nothing is counted. */
export interface Times {
  median: number | null
  p90: number | null
  count: number
}

export interface Overview {
  asOf: string
  total: number
  byLegal: Record<Legal, number>
  byAgencyState: Record<AgencyState, number>
  byOwes: Record<Owes, number>
  byAgency: Share[]
  byMeasure: Share[]
  byListType: Share[]
  byMonth: Share[]
  byAgencyAndMeasure: Share[]
  timeToReceive: Times
  timeToExecute: Times
  overdue: number
  declined: number
  flagged: number
  appliedWhileOnHold: number
}

export interface AgencyFigures {
  agency: string
  name: string
  nameEn: string
  total: number
  byLegal: Record<Legal, number>
  byAgencyState: Record<AgencyState, number>
  byOwes: Record<Owes, number>
  executed: number
  declined: number
  overdue: number
  flagged: number
  timeToReceive: Times
  timeToExecute: Times
}

export interface OverdueNotice {
  notice: string
  action: string
  listing: string
  listingNumber: string
  listType: string
  measure: string
  text: string
  agency: string
  agencyName: string
  owes: Owes
  dueNow: string
  daysLate: number
  escalatedAt?: string | null
}

export interface Line {
  at: string
  type: 'ISSUED' | 'MOVED' | 'REPORTED' | 'REMINDED' | 'OVERDUE'
  action: string
  notice?: string
  listType: string
  measure?: string
  agency?: string
  agencies?: Record<string, number>
  count: number
  legal?: Legal
  agencyState?: AgencyState
}

export interface FiguresNow {
  asOf: string
  total: number
  overdue: number
}
