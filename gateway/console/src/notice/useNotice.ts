import { ref, shallowRef, watch } from 'vue'
import { get } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { pathOf } from './report'
import type { Explanation, JointAction, Notice } from './types'

/** A notice with why it exists and the joint action it belongs to; loaded anew after an outage. */
export function useNotice(id: () => string) {
  const notice = shallowRef<Notice>()
  const explanation = shallowRef<Explanation>()
  const action = shallowRef<JointAction>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)

  async function load() {
    const wanted = id()
    loading.value = true
    try {
      const [one, why] = await Promise.all([
        get<Notice>(pathOf(wanted)),
        get<Explanation>(`${pathOf(wanted)}/explanation`),
      ])
      const whole = await get<JointAction>(`/api/sanction/actions/${encodeURIComponent(one.action)}`)
      if (wanted !== id()) return
      notice.value = one
      explanation.value = why
      action.value = whole
      problem.value = undefined
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      if (wanted === id()) problem.value = failure
    } finally {
      loading.value = false
    }
  }

  watch([id, recoveries], load, { immediate: true })
  return { notice, explanation, action, problem, loading, load }
}
