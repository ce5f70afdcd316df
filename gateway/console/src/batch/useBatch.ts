import { onScopeDispose, shallowRef, watch } from 'vue'
import { get } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { language } from '@/i18n/language'
import { isOver, type Batch } from './types'

const PAUSE = 1000

/** A batch, looked at every second while it runs. */
export function useBatch(path: string) {
  const batch = shallowRef<Batch>()
  const problem = shallowRef<Problem>()
  let next: ReturnType<typeof setTimeout> | undefined
  let gone = false
  onScopeDispose(() => {
    gone = true
    clearTimeout(next)
  })

  async function load() {
    clearTimeout(next)
    try {
      batch.value = await get<Batch>(path)
      problem.value = undefined
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure // after an outage it is looked at again
      return
    }
    if (!gone && !isOver(batch.value)) next = setTimeout(load, PAUSE)
  }

  watch([recoveries, language], load, { immediate: true })
  return { batch, problem, load }
}
