import type { components } from 'openapi/sanction'
import type { Told } from '@/api/told'
import type { AgencyState, Flag, Legal, Owes } from '@/supervision/types'

type Schemas = components['schemas']

export type Evidence = Told<Schemas['Evidence']>
export type Hold = Told<Schemas['Hold']>
export type Subject = Told<Schemas['SubjectView'], 'code' | 'documentKind' | 'idNumber'>
export type Decision = Told<Schemas['Decision']>

/** One step of a notice's life; `data` is the event, whose members depend on its type. */
export interface Step {
  seq: number
  at: string
  by: string
  type: string
  data: {
    report?: AgencyState
    owes?: Owes
    legal?: Legal
    flags?: Flag[]
    reason?: string
    due?: string | null
    executedAt?: string | null
    amount?: string | null
    holds?: Hold[]
    dueReceive?: string
    dueExecute?: string
  }
  said?: { by?: string | null; outcome?: string | null; reason?: string | null; evidence?: Evidence[] } | null
}

export type Notice = Told<
  Omit<Schemas['NoticeView'], 'subject' | 'holds' | 'timeline' | 'dueBefore' | 'remindedAt' | 'escalatedAt'>,
  'calendar' | 'dueExecute' | 'dueNow' | 'dueReceive' | 'issuedAt'
> & {
  subject: Subject
  holds: Hold[]
  timeline?: Step[]
  /** the last day before a newer calendar moved it */
  dueBefore?: string | null
  remindedAt?: string | null
  escalatedAt?: string | null
}

export interface Explanation {
  notice: Notice
  measure: { measure: Told<Schemas['Measure']>; version: string }
  rule: { rule: { id: string; name: string; nameEn: string; basis: string }; ruleSet: string; version: string; ruleSetBasis: string }
  listing: {
    id: string
    number: string
    listType: string
    listClass: 'SEVERE' | 'RED' | 'REFERENCE'
    department: string
    decision: Decision
    effectiveFrom: string
    until?: string | null
    evidence: Evidence[]
    basedOn: string[]
    version: number
    lawVersion: string
    /** without a decision where its term was over */
    ended?: { reason: string; on: string; decision?: Decision | null; at: string } | null
  }
  steps: Step[]
}

export interface JointAction {
  id: string
  listing: string
  listingNumber: string
  listType: string
  listClass: string
  department: string
  state: 'IN_FORCE' | 'ENDED' | 'REVOKED'
  decision: Decision
  openedAt: string
  subject?: Subject | null
  plan: { notice: string; measure: string; agency: string; subject: string; rule: string; legal: Legal }[]
  notices: Notice[]
}
