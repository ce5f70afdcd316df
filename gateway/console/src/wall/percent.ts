/** A share as people say it; never 100 % where something is missing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–'
  return `${Math.floor((part / whole) * 1000) / 10}%`
}
