import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { get, type Query } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { language } from '@/i18n/language'

export interface Page<T> {
  content: T[]
  page: { number: number; size: number; totalElements: number; totalPages: number }
}

/** One page of a list, loaded anew when what is asked for changes, and after an outage. */
export function usePaged<T>(path: string, query: () => Query) {
  const rows = shallowRef<readonly T[]>([])
  const total = ref(0)
  const loading = ref(false)
  const problem = shallowRef<Problem>()
  let running: AbortController | undefined

  async function load() {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    try {
      const page = await get<Page<T>>(path, query(), mine.signal)
      if (mine.signal.aborted) return
      rows.value = page.content
      total.value = page.page.totalElements
      problem.value = undefined
    } catch (failure) {
      if (mine.signal.aborted) return
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure
    } finally {
      if (running === mine) loading.value = false
    }
  }

  watch([() => JSON.stringify(query()), recoveries, language], load, { immediate: true })
  onScopeDispose(() => running?.abort())
  return { rows, total, loading, problem, load }
}
