import type { Page } from '@/table/usePaged'

/** What a case asks of one place, and whether that has been confirmed. */
export interface Asked {
  /** code of a department, or name of one of our services */
  place: string
  duty: 'STOP' | 'RESUMPTION' | 'LIFT' | 'RECALL' | 'CORRECTION'
  record?: string
  listing?: string
  notice?: string
  measure?: string
  done: boolean
  confirmedAt?: string
}

export interface Propagation {
  asOf: string
  complete: boolean
  missing: number
  confirmed: number
  places: Page<Asked>
}

export interface PlaceGroup {
  place: string
  asked: Asked[]
  done: number
}

/** By place; where something is missing comes first, then in the order of the answer. */
export function byPlace(all: readonly Asked[]): PlaceGroup[] {
  const groups = new Map<string, Asked[]>()
  for (const asked of all) groups.set(asked.place, [...(groups.get(asked.place) ?? []), asked])
  return [...groups]
    .map(([place, asked]) => ({ place, asked, done: asked.filter(({ done }) => done).length }))
    .sort((one, other) => Number(one.done === one.asked.length) - Number(other.done === other.asked.length))
}

/** Whole percent; 100 only when nothing is missing. */
export const percent = ({ missing, confirmed }: Pick<Propagation, 'missing' | 'confirmed'>): number =>
  missing === 0 ? 100 : Math.floor((confirmed * 100) / (missing + confirmed))
