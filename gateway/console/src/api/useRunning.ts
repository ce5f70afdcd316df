import { onScopeDispose, shallowRef, watch } from 'vue'
import { get } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { language } from '@/i18n/language'

const PAUSE = 1000

/** A job, looked at every second until it is over. */
export function useRunning<T>(path: string, isOver: (job: T) => boolean) {
  const job = shallowRef<T>()
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
      job.value = await get<T>(path)
      problem.value = undefined
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure // after an outage it is looked at again
      return
    }
    if (!gone && !isOver(job.value)) next = setTimeout(load, PAUSE)
  }

  watch([recoveries, language], load, { immediate: true })
  return { job, problem, load }
}
