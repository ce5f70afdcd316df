import type { components } from 'openapi/disclosure'
import type { Told } from '@/api/told'

type Schemas = components['schemas']

/** How often an organ looked on a day, and how; persons of no department have none. */
export type LooksOfDay = Told<Pick<Schemas['LooksView'], 'day' | 'kind' | 'looks'>> & Pick<Schemas['LooksView'], 'department'>

export type LooksInTerm = Told<Pick<Schemas['LooksInTerm'], 'from' | 'to'>> & { looks: LooksOfDay[] }

/** Days from first to last, `2026-11-30`. */
export function daysOf({ from, to }: Pick<LooksInTerm, 'from' | 'to'>): string[] {
  const days: string[] = []
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) days.push(new Date(day).toISOString().slice(0, 10))
  return days
}

export interface Series {
  /** code of the organ; '' of those who belong to none, undefined: all the others */
  department: string | undefined
  counts: number[]
  total: number
}

/** Looks by day of the organs that look most, the rest together as the last one. */
export function seriesOf(term: LooksInTerm, most: number): Series[] {
  const days = daysOf(term)
  const place = new Map(days.map((day, i) => [day, i]))
  const all = new Map<string, Series>()
  for (const { day, department = '', looks } of term.looks) {
    const series = all.get(department) ?? { department, counts: days.map(() => 0), total: 0 }
    all.set(department, series)
    const i = place.get(day)
    if (i === undefined) continue
    series.counts[i]! += looks
    series.total += looks
  }
  const sorted = [...all.values()].sort((one, other) => other.total - one.total)
  if (sorted.length <= most) return sorted
  const others = sorted.slice(most - 1)
  return [
    ...sorted.slice(0, most - 1),
    {
      department: undefined,
      counts: days.map((_, i) => others.reduce((sum, one) => sum + one.counts[i]!, 0)),
      total: others.reduce((sum, one) => sum + one.total, 0),
    },
  ]
}

/** Refused ones by day, of whomever. */
export function refusedOf(term: LooksInTerm): number[] {
  return daysOf(term).map((day) =>
    term.looks.filter((one) => one.day === day && one.kind === 'REFUSED').reduce((sum, one) => sum + one.looks, 0),
  )
}
