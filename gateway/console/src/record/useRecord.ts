import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ask } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { language } from '@/i18n/language'
import { labelTag } from '@/shell/tags'
import type { CreditRecord } from './types'

/** One record with the version seen (`etag`), for who acts on what they saw. */
export function useRecord(id: string) {
  const record = shallowRef<CreditRecord>()
  const etag = ref<string | null>(null)
  const problem = shallowRef<Problem>()
  let gone = false
  onScopeDispose(() => (gone = true))

  async function load(): Promise<CreditRecord | undefined> {
    try {
      const answer = await ask<CreditRecord>('GET', `/api/collection/records/${encodeURIComponent(id)}`)
      if (gone) return undefined
      record.value = answer.data
      etag.value = answer.etag
      problem.value = undefined
      for (const page of ['', '/revision']) labelTag(`/records/${id}${page}`, answer.data.number)
      return answer.data
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure
      return undefined
    }
  }

  watch([recoveries, language], load, { immediate: true })
  return { record, etag, problem, load }
}
