import type { Line } from './lines'

/** Who was asked about, of each batch of this page's life: in memory only, for the answers do not repeat it. */
const batches = new Map<string, readonly Line[]>()

export const remember = (batch: string, lines: readonly Line[]) => void batches.set(batch, lines)
/** @param row from 1 */
export const askedIn = (batch: string, row: number): Line | undefined => batches.get(batch)?.[row - 1]
