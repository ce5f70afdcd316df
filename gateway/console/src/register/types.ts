import type { components } from 'openapi/disclosure'
import type { Told } from '@/api/told'
import type { Page } from '@/table/usePaged'

type Schemas = components['schemas']

/** That something is under objection, was corrected or repaired; the case's number stands in one's own only. */
export interface Mark {
  mark: 'UNDER_OBJECTION' | 'CORRECTED' | 'REPAIRED'
  since: string
  number?: string
}

/** As the department's own pages know it. */
export const repairMark = (one: { repairedOn?: string; repairedBy?: string } | undefined): Mark[] =>
  one?.repairedOn ? [{ mark: 'REPAIRED', since: one.repairedOn, ...(one.repairedBy && { number: one.repairedBy }) }] : []

/** A subject as its reader may see it: without id where a person stands in a list that everybody reads. */
export type Subject = Omit<Schemas['SubjectView'], 'names'> & { names?: Told<Schemas['Named']>[] }

export type RegisterRecord = Told<
  Omit<Schemas['RecordView'], 'subject' | 'category' | 'procedure' | 'shownUntil' | 'marks'>,
  'providerName'
> &
  Pick<Schemas['RecordView'], 'category' | 'procedure' | 'shownUntil'> & { subject: Subject; marks?: Mark[] }

type ListingView = Schemas['ListingView']

export type RegisterListing = Told<
  Pick<ListingView, 'id' | 'number' | 'listType' | 'department' | 'effectiveFrom' | 'state' | 'publishedAt'>
> &
  Pick<ListingView, 'until'> & {
    subject: Subject
    decision: Told<Omit<Schemas['Decided'], 'facts'>> & Pick<Schemas['Decided'], 'facts'>
    ended?: Told<Pick<Schemas['Ended'], 'reason' | 'on'>>
    persons: Told<Schemas['Behind']>[]
    /** what it sets off, for the subject itself */
    measures?: (Told<Omit<Schemas['Measure'], 'marks'>, 'agencyName'> & { marks?: Mark[] })[]
    holds?: Told<Schemas['Hold']>[]
    marks?: Mark[]
  }

/** One subject at a moment: a page of each part. */
export interface SubjectFile {
  asOf: string
  lawVersion: string
  subject: Subject
  records: Page<RegisterRecord>
  listings: Page<RegisterListing>
}

const ORDER = ['ADVERSE', 'FAVOURABLE', 'BASIC', 'NONE'] as const

/** Records by what they are; those without a category are published under 双公示 only. */
export const byCategory = (records: readonly RegisterRecord[]) =>
  ORDER.map((category) => ({
    category,
    records: records.filter((record) => (record.category ?? 'NONE') === category),
  })).filter((group) => group.records.length > 0)

export const formerNames = (subject: Subject): string[] =>
  (subject.names ?? []).map((known) => known.name).filter((name) => name !== subject.name)
