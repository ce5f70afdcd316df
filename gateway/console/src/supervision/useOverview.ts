import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { get, type Query } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { setClock } from '@/law/time'
import type { Page } from '@/table/usePaged'
import type { AgencyFigures, FiguresNow, Overview } from './types'

const PATH = '/api/sanction/supervision'
/** However much happens, they are asked for no oftener. */
const PAUSE = 3000

/** The figures, asked for again when the feed says that they changed. */
export function useOverview(selection: () => Query, figures: Ref<FiguresNow | undefined>) {
  const overview = shallowRef<Overview>()
  const agencies = shallowRef<readonly AgencyFigures[]>([])
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let running: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load() {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    try {
      const [all, each] = await Promise.all([
        get<Overview>(`${PATH}/overview`, selection(), mine.signal),
        get<Page<AgencyFigures>>(`${PATH}/agencies`, { ...selection(), size: 200 }, mine.signal),
      ])
      if (mine.signal.aborted) return
      overview.value = all
      setClock(all.asOf)
      agencies.value = each.content
      problem.value = undefined
    } catch (failure) {
      if (mine.signal.aborted) return
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure
    } finally {
      if (running === mine) loading.value = false
    }
  }

  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void load()
    }, PAUSE)
  }

  watch([() => JSON.stringify(selection()), recoveries], load, { immediate: true })
  watch(figures, (now, before) => before && now && soon())
  onScopeDispose(() => {
    clearTimeout(timer)
    running?.abort()
  })
  return { overview, agencies, problem, loading, load }
}
