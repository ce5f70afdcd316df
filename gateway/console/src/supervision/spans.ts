import { say } from '@/i18n'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in the two largest units that say something: `3 小时 20 分`. */
export function units(seconds: number): [number, 'second' | 'minute' | 'hour' | 'day'][] {
  if (seconds < MINUTE) return [[seconds, 'second']]
  if (seconds < HOUR) return [[Math.floor(seconds / MINUTE), 'minute']]
  const [large, small, big, little] =
    seconds < DAY ? ([HOUR, MINUTE, 'hour', 'minute'] as const) : ([DAY, HOUR, 'day', 'hour'] as const)
  const rest = Math.floor((seconds % large) / small)
  const first: [number, typeof big] = [Math.floor(seconds / large), big]
  return rest === 0 ? [first] : [first, [rest, little]]
}

export function span(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return '—'
  return units(seconds)
    .map(([count, unit]) => say(`supervision.unit.${unit}`, { count }))
    .join(' ')
}
