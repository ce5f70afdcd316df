import type { components as Collection } from 'openapi/collection'
import type { components as Sanction } from 'openapi/sanction'

type Schemas = Collection['schemas']

/** The services' documents do not say what is always there: all but the members named. */
type Told<T, Maybe extends keyof T = never> = Required<Omit<T, Maybe>> & Pick<T, Maybe>

export type Subject = Told<Schemas['SubjectView'], 'code' | 'documentKind' | 'idNumber' | 'ownEarnings'>
export type Person = Told<Schemas['PersonView'], 'documentKind' | 'idNumber' | 'ownEarnings'>
export type Evidence = Told<Schemas['Evidence']>
export type ListingState = NonNullable<Schemas['Summary']['state']>
export type PersonRole = Person['role']

export type Summary = Told<Omit<Schemas['Summary'], 'subject'>, 'until'> & { subject: Subject }

export type Pending = Omit<Schemas['PendingView'], 'persons' | 'evidence'> & {
  reason: string
  proposedBy: string
  persons?: Person[]
  evidence?: Evidence[]
}

export type Listing = Told<
  Omit<Schemas['ListingView'], 'subject' | 'persons' | 'evidence' | 'decision' | 'pending' | 'ended' | 'journal'>,
  'until' | 'publishedAt' | 'warnings' | 'repairedOn' | 'repairedBy'
> & {
  subject: Subject
  persons: Person[]
  evidence: Evidence[]
  decision: Told<Schemas['DecisionView'], 'decidedBy'>
  pending?: Pending
  ended?: Told<Omit<Schemas['EndView'], 'decision'>> & { decision?: Told<Schemas['EndDecisionView']> }
  journal?: Told<Schemas['EntryView'], 'proposedBy' | 'reason' | 'basis'>[]
}

export type PlannedNotice = Told<Omit<Sanction['schemas']['PreviewedNotice'], 'subject'>> & {
  subject: { at: string; kind: Subject['kind']; code?: string; name: string }
}
export type Preview = Told<Omit<Sanction['schemas']['Preview'], 'plan'>> & { plan: PlannedNotice[] }
