import type { components } from 'openapi/sanction'
import type { Told } from '@/api/told'

type Schemas = components['schemas']

/** The supervision API (V1): counts of issued notices, and what happens to them. */

export const legals = ['IN_FORCE', 'SUSPENDED', 'ENDED', 'RECALLED'] as const
export const agencyStates = ['NONE', 'RECEIVED', 'EXECUTED', 'DECLINED', 'PAUSED', 'RELEASED', 'UNDONE'] as const
export const debts = ['RECEIPT', 'EXECUTION', 'PAUSE', 'RELEASE', 'UNDOING', 'NONE'] as const
export const flags = ['LATE', 'AFTER_END', 'WHILE_SUSPENDED'] as const

export type Legal = (typeof legals)[number]
export type AgencyState = (typeof agencyStates)[number]
export type Owes = (typeof debts)[number]
export type Flag = (typeof flags)[number]

export type Share = Required<Pick<Schemas['Share'], 'count' | 'executed' | 'declined' | 'overdue' | 'flagged'>> &
  Pick<Schemas['Share'], 'agency' | 'measure' | 'listType' | 'month'>

/** In seconds; null where nothing is counted. */
export interface Times {
  median: number | null
  p90: number | null
  count: number
}

/** What the document knows as strings to numbers, by its names; and the times. */
interface Parts {
  byLegal: Record<Legal, number>
  byAgencyState: Record<AgencyState, number>
  byOwes: Record<Owes, number>
  timeToReceive: Times
  timeToExecute: Times
}
type Shares = 'byAgency' | 'byMeasure' | 'byListType' | 'byMonth' | 'byAgencyAndMeasure'

export type Overview = Told<Omit<Schemas['Overview'], keyof Parts | Shares>> & Parts & Record<Shares, Share[]>
export type AgencyFigures = Told<Omit<Schemas['AgencyFigures'], keyof Parts>> & Parts
export type OverdueNotice = Told<Omit<Schemas['OverdueNotice'], 'escalatedAt'>> & { escalatedAt?: string | null }

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
