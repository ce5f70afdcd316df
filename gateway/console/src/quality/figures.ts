import type { components } from 'openapi/collection'

/** What a provider handed in in a month: taken, late among that, and refused. */
export type Row = Required<components['schemas']['Row']>

export type Figures = Pick<Row, 'accepted' | 'late' | 'refused'>

const NOTHING: Figures = { accepted: 0, late: 0, refused: 0 }

export const sum = (rows: readonly Figures[]): Figures =>
  rows.reduce(
    (all, row) => ({ accepted: all.accepted + row.accepted, late: all.late + row.late, refused: all.refused + row.refused }),
    NOTHING,
  )

/** Months up to the last one, oldest first: `2026-11`. */
export function monthsUpTo(last: string, count: number): string[] {
  const [year = 0, month = 1] = last.split('-').map(Number)
  return Array.from({ length: count }, (_, i) => {
    const months = year * 12 + month - 1 - (count - 1 - i)
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}

/** Late among what was taken; undefined where nothing was. */
export const lateShare = ({ accepted, late }: Figures): number | undefined => (accepted === 0 ? undefined : late / accepted)

/** Refused among all that was handed in. */
export const refusedShare = ({ accepted, refused }: Figures): number | undefined =>
  accepted + refused === 0 ? undefined : refused / (accepted + refused)

export const percentText = (share: number | undefined): string => (share === undefined ? '—' : `${(share * 100).toFixed(1)}%`)

/** Those with the most to mend first. */
export const worstFirst = (rows: readonly Row[]): Row[] =>
  [...rows].sort((one, other) => other.late + other.refused - (one.late + one.refused) || one.dept.localeCompare(other.dept))
