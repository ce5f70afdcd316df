import { trim } from '@/form/text'
import { said } from '@/listing/proposal'
import type { ListedMeasure, Rule, RuleSet } from './types'

export interface RuleDraft {
  id: string
  name: string
  nameEn: string
  listClass: 'SEVERE' | 'RED'
  group: string
  listTypes: string[]
  measures: string[]
  basis: string
}

export interface Draft {
  version: string
  effectiveFrom: string
  basis: string
  name: string
  nameEn: string
  rules: RuleDraft[]
  /** null: the list of measures stays as it is */
  measures: ListedMeasure[] | null
}

export const emptyDraft = (): Draft => ({ version: '', effectiveFrom: '', basis: '', name: '', nameEn: '', rules: [], measures: null })

export const emptyRule = (): RuleDraft => ({
  id: '', name: '', nameEn: '', listClass: 'SEVERE', group: '', listTypes: [], measures: [], basis: '',
})

/** What is in force, to be edited: name, day and basis of the new version are its own. */
export const draftFrom = (inForce: Pick<RuleSet, 'name' | 'nameEn' | 'rules'>): Draft => ({
  ...emptyDraft(),
  name: inForce.name,
  nameEn: inForce.nameEn,
  rules: inForce.rules.map((rule: Rule) => ({
    ...rule,
    group: rule.group ?? '',
    listTypes: [...(rule.listTypes ?? [])],
    measures: [...rule.measures],
  })),
})

/** A measure without its place among the versions. */
export function listed(measure: ListedMeasure & { version?: string; effectiveFrom?: string }): ListedMeasure {
  const { version: _version, effectiveFrom: _from, ...kept } = measure
  return kept
}

/** A measure that is no longer listed is named by no rule either. */
export function withoutMeasure(draft: Pick<Draft, 'measures' | 'rules'>, code: string): void {
  draft.measures = draft.measures?.filter((measure) => measure.code !== code) ?? null
  for (const rule of draft.rules) rule.measures = rule.measures.filter((named) => named !== code)
}

/** The body as the service takes it. Empty = missing; a rule for all list types names none. */
export const proposalBody = (draft: Draft): object =>
  said({
    version: trim(draft.version),
    effectiveFrom: draft.effectiveFrom,
    basis: trim(draft.basis),
    name: trim(draft.name),
    nameEn: trim(draft.nameEn),
    rules: draft.rules.map((rule) =>
      said({
        ...rule,
        id: trim(rule.id),
        name: trim(rule.name),
        nameEn: trim(rule.nameEn),
        basis: trim(rule.basis),
        listTypes: rule.listTypes.length > 0 ? rule.listTypes : undefined,
      }),
    ),
    measures: draft.measures,
  })
