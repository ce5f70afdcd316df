/** What the signed document is asked for as: the same, as a JWS in JSON. */
export const SIGNED = 'application/jose+json'

/** What a case asks of one place, and whether that has been confirmed. */
export interface Asked {
  /** code of a department, or name of one of our services */
  place: string
  what: string
  measure?: string | null
  notice?: string | null
  listing?: string | null
  /** when it was confirmed; absent: still missing */
  at?: string | null
}

export interface Propagation {
  complete: boolean
  asOf?: string
  entries: Asked[]
}

export interface PlaceGroup {
  place: string
  asked: Asked[]
  done: number
}

/** By place; where something is missing comes first, then in the order of the document. */
export function byPlace(entries: readonly Asked[]): PlaceGroup[] {
  const groups = new Map<string, Asked[]>()
  for (const asked of entries) groups.set(asked.place, [...(groups.get(asked.place) ?? []), asked])
  return [...groups]
    .map(([place, asked]) => ({ place, asked, done: asked.filter(({ at }) => at).length }))
    .sort((one, other) => Number(one.done === one.asked.length) - Number(other.done === other.asked.length))
}

/** Whole percent; 100 only when nothing is missing. */
export function percent(entries: readonly Asked[]): number {
  if (entries.length === 0) return 100
  return Math.floor((entries.filter(({ at }) => at).length * 100) / entries.length)
}
