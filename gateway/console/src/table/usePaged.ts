import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { get, type Query } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { language } from '@/i18n/language'

export interface Page<T> {
  content: T[]
  page: { number: number; size: number; totalElements: number; totalPages: number }
  /** the moment that the register knows of */
  asOf?: string
}

/** One page of a list, loaded anew when what is asked for changes, and after an outage; while `asks` says no, nothing. */
export function usePaged<T>(path: string | (() => string), query: () => Query, asks: () => boolean = () => true) {
  const wanted = typeof path === 'string' ? () => path : path
  const rows = shallowRef<readonly T[]>([])
  const total = ref(0)
  const asOf = ref<string>()
  const loading = ref(false)
  const problem = shallowRef<Problem>()
  let running: AbortController | undefined

  async function load() {
    running?.abort()
    if (!asks()) return empty()
    const mine = (running = new AbortController())
    loading.value = true
    try {
      const page = await get<Page<T>>(wanted(), query(), mine.signal)
      if (mine.signal.aborted) return
      rows.value = page.content
      total.value = page.page.totalElements
      asOf.value = page.asOf
      problem.value = undefined
    } catch (failure) {
      if (mine.signal.aborted) return
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure
    } finally {
      if (running === mine) loading.value = false
    }
  }

  function empty() {
    rows.value = []
    total.value = 0
    asOf.value = undefined
    problem.value = undefined
    loading.value = false
  }

  watch([() => JSON.stringify([wanted(), query(), asks()]), recoveries, language], load, { immediate: true })
  onScopeDispose(() => running?.abort())
  return { rows, total, asOf, loading, problem, load }
}
