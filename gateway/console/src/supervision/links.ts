import type { LocationQueryRaw } from 'vue-router'
import { flags } from './types'

/** What the figures are of; months of issue as `2026-11`. */
export interface Selection {
  agency?: string
  listType?: string
  measure?: string
  from?: string
  to?: string
}

/** Figures count issued notices only; no notice of this law was issued before. */
const BEGINNING = '2021-01-01'

/** The list behind a figure: the same notices, one by one. */
export function noticesBehind(selection: Selection, more: Record<string, string> = {}) {
  const { agency, listType, measure, from, to } = selection
  const { month, ...filters } = more
  const query: LocationQueryRaw = {
    agency,
    listType,
    measure,
    issuedFrom: firstDay(month ?? from) ?? BEGINNING,
    issuedTo: lastDay(month ?? to),
    ...filters,
  }
  return { path: '/notices', query: Object.fromEntries(Object.entries(query).filter(([, value]) => value)) }
}

export const FLAGGED = { flag: flags.join(',') }

const firstDay = (month: string | undefined) => (month ? `${month}-01` : undefined)

function lastDay(month: string | undefined): string | undefined {
  if (!month) return undefined
  const [year = 0, number = 0] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}
