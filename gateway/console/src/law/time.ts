import { ref } from 'vue'

const ZONE = 'Asia/Shanghai'

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** A point in time as the district's clocks show it: `2026-11-25 09:30`. */
export function at(instant: string | undefined | null): string {
  return instant ? clock.format(new Date(instant)) : ''
}

/** `2026-11`, and no month that no year has. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

/** By how many milliseconds the services' clock is ahead: where they show what is to come, it is moved forward. */
const ahead = ref(0)

/** What the services' clock says now; it is never behind, so that what was counted a while ago does not count. */
export function setClock(now: string) {
  ahead.value = Math.max(0, Date.parse(now) - Date.now())
}

/** Today in the district by the services' clock, `2026-11-25`. */
export function today(): string {
  return clock.format(new Date(Date.now() + ahead.value)).slice(0, 10)
}
