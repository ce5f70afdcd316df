import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { get } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import type { Page } from '@/table/usePaged'
import type { Row } from './figures'

/** All providers that the reader may know of, in each of some months. */
export function useQuality(months: () => readonly string[], dept: () => string) {
  const rows = shallowRef<readonly Row[]>([])
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let running: AbortController | undefined

  async function load() {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    try {
      const pages = await Promise.all(
        months().map((month) => get<Page<Row>>('/api/collection/quality', { month, dept: dept(), size: 200 }, mine.signal)),
      )
      if (mine.signal.aborted) return
      rows.value = pages.flatMap((page) => page.content)
      problem.value = undefined
    } catch (failure) {
      if (mine.signal.aborted) return
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure
    } finally {
      if (running === mine) loading.value = false
    }
  }

  watch([() => JSON.stringify([months(), dept()]), recoveries], load, { immediate: true })
  onScopeDispose(() => running?.abort())
  return { rows, problem, loading, load }
}
