import type { Measure } from '@/law/books'

/** One rule: listings of this class, of this group or these list types where named, set off these measures. */
export interface Rule {
  id: string
  name: string
  nameEn: string
  listClass: 'SEVERE' | 'RED'
  group?: string | null
  listTypes?: string[] | null
  measures: string[]
  basis: string
}

/** As the list of measures keeps it; whom it reaches is kept as it is. */
export type ListedMeasure = Omit<Measure, 'version'> & { reach: unknown }

export type LawState = 'PROPOSED' | 'IN_FORCE' | 'REFUSED'

export interface RuleSet {
  id: string
  name: string
  nameEn: string
  basis: string
  rules: Rule[]
  version: string
  effectiveFrom: string
  versionBasis: string
  state: LawState
  governs: boolean
  proposedBy?: string
  proposedAt?: string
  decidedBy?: string
  decidedAt?: string
  reason?: string
  measures?: ListedMeasure[]
  repeals?: string[]
}
