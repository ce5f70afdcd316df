import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { get, type Query } from '@/api/client'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { language } from '@/i18n/language'

/** One answer, asked for anew when what is asked for changes, after an outage, and in the language that is chosen. */
export function useAnswer<T>(path: string, query: () => Query = () => ({})) {
  const answer = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let gone = false
  onScopeDispose(() => (gone = true))

  async function load() {
    loading.value = true
    try {
      const data = await get<T>(path, query())
      if (gone) return
      answer.value = data
      problem.value = undefined
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      problem.value = failure
    } finally {
      loading.value = false
    }
  }

  watch([() => JSON.stringify(query()), recoveries, language], load, { immediate: true })
  return { answer, problem, loading, load }
}
