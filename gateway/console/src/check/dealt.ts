import { trim } from '@/form/text'
import { said } from '@/listing/proposal'
import type { CheckedMeasure } from './types'

/** What the officer did with one measure of the answer, as it is typed. */
export interface Dealt {
  applied: '' | 'yes' | 'no'
  reason: string
  confirmedBy: string
  remark: string
}

export const undealt = (): Dealt => ({ applied: '', reason: '', confirmedBy: '', remark: '' })

/** A mandatory measure that was not applied needs a coded reason and a superior (S6). */
export const mustSayWhy = (measure: Pick<CheckedMeasure, 'force'>, dealt: Dealt): boolean =>
  measure.force === 'MANDATORY' && dealt.applied === 'no'

/** The outcome as the service takes it: one entry for each measure that was named. */
export function outcomeBody(measures: readonly Pick<CheckedMeasure, 'notice'>[], dealt: Record<string, Dealt>): object {
  return {
    measures: measures.map(({ notice }) => {
      const { applied, reason, confirmedBy, remark } = dealt[notice] ?? undealt()
      return said({
        notice,
        applied: applied === '' ? undefined : applied === 'yes',
        reason: applied === 'no' ? reason : '',
        confirmedBy: applied === 'no' ? trim(confirmedBy) : '',
        remark: trim(remark),
      })
    }),
  }
}
