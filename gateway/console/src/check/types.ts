import type { components } from 'openapi/sanction'
import type { Told } from '@/api/told'
import { measures, type Measure } from '@/law/books'

type Schemas = components['schemas']

export type CheckedMeasure = Told<Schemas['CheckedMeasure']>
export type CheckAnswer = Told<Omit<Schemas['CheckAnswer'], 'measures'>> & { measures: CheckedMeasure[] }

/** Why what is mandatory was not applied: law data, by its names. */
export interface Reason {
  code: string
  name: string
  nameEn: string
  basis: string
}

export const STAGES = ['ACCEPTANCE', 'DECISION'] as const

/** Scenes in which an agency has measures; where it has none, all: the answer says what is in force there. */
export function scenesOf(all: readonly Pick<Measure, 'agencies' | 'scenes'>[], agency: string | undefined): string[] {
  const own = all.filter((measure) => agency !== undefined && measure.agencies.includes(agency))
  return [...new Set((own.length > 0 ? own : all).flatMap((measure) => measure.scenes))].sort()
}

export const scenesHere = (agency: string | undefined): string[] => scenesOf(measures.all(), agency)
