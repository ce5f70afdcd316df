import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { ask } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { language } from '@/i18n/language'
import { labelTag } from '@/shell/tags'

export interface Versioned<T> {
  seen: ShallowRef<T | undefined>
  etag: Ref<string | null>
  problem: ShallowRef<Problem | undefined>
  load: () => Promise<T | undefined>
}

/**
 * One document of collection with the version seen (`etag`), for who acts on what they saw.
 *
 * @param path of its resource and of its page: `/records/1`
 * @param pages behind its own, whose tags bear its number too
 */
export function useVersioned<T extends { number: string }>(path: string, pages: string[]): Versioned<T> {
  const seen = shallowRef<T>()
  const etag = ref<string | null>(null)
  const problem = shallowRef<Problem>()
  let gone = false
  onScopeDispose(() => (gone = true))

  async function load(): Promise<T | undefined> {
    try {
      const answer = await ask<T>('GET', `/api/collection${path}`)
      if (gone) return undefined
      seen.value = answer.data
      etag.value = answer.etag
      problem.value = undefined
      for (const page of ['', ...pages]) labelTag(path + page, answer.data.number)
      return answer.data
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure
      return undefined
    }
  }

  watch([recoveries, language], load, { immediate: true })
  return { seen, etag, problem, load }
}
