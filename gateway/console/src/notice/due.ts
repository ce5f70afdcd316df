import type { Notice } from './types'

const DAY = 86_400_000

/** Whole days from one date to another, negative for one that is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

export type Urgency = 'none' | 'calm' | 'soon' | 'late'

/** Within how many days a date is near. */
export const SOON = 3

export function urgency(notice: Pick<Notice, 'dueNow'>, today: string): Urgency {
  if (!notice.dueNow) return 'none'
  const days = daysBetween(today, notice.dueNow)
  return days < 0 ? 'late' : days <= SOON ? 'soon' : 'calm'
}
