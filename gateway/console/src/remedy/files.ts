import { post } from '@/api/client'
import { pathOf } from './cases'
import type { Kind } from './types'

/** As `law/evidence.yaml` sets them; the service judges by content. */
export const MOST_BYTES = 20 * 1024 * 1024
export const ACCEPT = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt'

/** A file that a party hands in, with the hash that the case names it by. */
export interface Paper {
  name: string
  sha256: string
  file: File
}

/** Hands in the files of a case, one after the other; one that has arrived is not taken twice. */
export async function handIn(kind: Kind, id: string, papers: readonly Paper[]): Promise<void> {
  for (const { file, name, sha256 } of papers) {
    const form = new FormData()
    form.append('file', file, name)
    await post(`${pathOf(kind, id)}/evidence`, form, { idempotencyKey: sha256 })
  }
}
