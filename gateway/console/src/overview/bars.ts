import type { Share } from '@/supervision/types'

export interface Bar {
  key: string
  label: string
  count: number
  overdue?: number
  tone?: 'good' | 'warn' | 'bad' | 'plain'
}

/** Width of a bar, so that a small count can still be seen. */
export const share = (count: number, top: number): string => (count === 0 ? '0' : `${Math.max(1, (count / top) * 100).toFixed(1)}%`)

export const barsOf = (shares: readonly Share[], by: 'agency' | 'measure' | 'listType', label: (code: string) => string): Bar[] =>
  shares.map((each) => ({ key: each[by] ?? '', label: label(each[by] ?? ''), count: each.count, overdue: each.overdue }))

const GOOD = new Set(['EXECUTED', 'IN_FORCE'])
const WARN = new Set(['NONE', 'PAUSED', 'SUSPENDED'])
const BAD = new Set(['DECLINED', 'RECALLED'])
const PLAIN = new Set(['RELEASED', 'UNDONE', 'ENDED'])

/** States in their order, with their colours; those that none is in are left out. */
export function barsOfStates(counts: Record<string, number>, label: (code: string) => string): Bar[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => {
      const tone = GOOD.has(key) ? 'good' : WARN.has(key) ? 'warn' : BAD.has(key) ? 'bad' : PLAIN.has(key) ? 'plain' : undefined
      return { key, label: label(key), count, ...(tone && { tone }) }
    })
}
