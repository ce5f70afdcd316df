import type { Share } from '@/supervision/types'

export type Figure = 'count' | 'overdue' | 'declined'

/** A grid of agencies and measures, the busiest first. */
export function grid(shares: readonly Share[], figure: Figure) {
  const cells = new Map(shares.map((share) => [`${share.agency}/${share.measure}`, share]))
  const sorted = (by: 'agency' | 'measure') => {
    const sums = new Map<string, number>()
    for (const share of shares) sums.set(share[by] ?? '', (sums.get(share[by] ?? '') ?? 0) + share.count)
    return [...sums].sort(([one, many], [other, few]) => few - many || one.localeCompare(other)).map(([name]) => name)
  }
  return {
    agencies: sorted('agency'),
    measures: sorted('measure'),
    top: Math.max(1, ...shares.map((share) => share[figure])),
    has: (agency: string, measure: string) => cells.has(`${agency}/${measure}`),
    value: (agency: string, measure: string) => cells.get(`${agency}/${measure}`)?.[figure] ?? 0,
  }
}

/** How strong a colour is: by the root, so that small numbers differ from nothing, and never too strong for its text. */
export const strength = (value: number, top: number): number =>
  value === 0 ? 0 : Math.round((0.1 + 0.5 * Math.sqrt(value / top)) * 100) / 100
