import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ask } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { language } from '@/i18n/language'
import { labelTag } from '@/shell/tags'
import type { Listing } from './types'

/** One listing with the version seen (`etag`), for who acts on what they saw. */
export function useListing(id: string) {
  const listing = shallowRef<Listing>()
  const etag = ref<string | null>(null)
  const problem = shallowRef<Problem>()
  let gone = false
  onScopeDispose(() => (gone = true))

  async function load(): Promise<Listing | undefined> {
    try {
      const answer = await ask<Listing>('GET', `/api/collection/listings/${encodeURIComponent(id)}`)
      if (gone) return undefined
      listing.value = answer.data
      etag.value = answer.etag
      problem.value = undefined
      for (const page of ['', '/change', '/ending']) labelTag(`/listings/${id}${page}`, answer.data.number)
      return answer.data
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure
      return undefined
    }
  }

  watch([recoveries, language], load, { immediate: true })
  return { listing, etag, problem, load }
}
