import { onScopeDispose, ref, watch } from 'vue'
import { get, type Query } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { setClock, today } from '@/law/time'
import { PATH } from '@/notice/report'
import type { Overview } from '@/supervision/types'
import type { Page } from '@/table/usePaged'
import { queryOf, segments, type Segment } from './segments'

const EVERY = 60_000

/** How many notices stand in each part of the inbox; looked at again every minute. */
export function useCounts(filters: () => Query) {
  const counts = ref<Partial<Record<Segment, number>>>({})

  async function load() {
    const figures = await get<Overview>('/api/sanction/supervision/overview', {}).catch(() => undefined)
    if (figures) setClock(figures.asOf)
    await Promise.all(
      segments.map(async (segment) => {
        try {
          const { page } = await get<Page<unknown>>(PATH, { ...filters(), ...queryOf(segment, today()), size: 1 })
          counts.value = { ...counts.value, [segment]: page.totalElements }
        } catch (failure) {
          if (!(failure instanceof Problem)) throw failure // the list below says it
        }
      }),
    )
  }

  watch([() => JSON.stringify(filters()), recoveries], load, { immediate: true })
  const timer = setInterval(() => !document.hidden && void load(), EVERY)
  onScopeDispose(() => clearInterval(timer))
  return { counts, load }
}
