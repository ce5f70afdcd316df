import { ref, watch, type Ref } from 'vue'
import { get } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Overview } from '@/supervision/types'
import type { Page } from '@/table/usePaged'

/** How many joint actions there are, counted again whenever the figures are. */
export function useActions(overview: Ref<Overview | undefined>) {
  const count = ref<number>()
  watch(overview, async () => {
    try {
      count.value = (await get<Page<unknown>>('/api/sanction/actions', { size: 1 })).page.totalElements
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure // the figures say what is wrong
    }
  })
  return count
}
