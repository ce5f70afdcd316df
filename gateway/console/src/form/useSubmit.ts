import { nextTick, ref, shallowRef, watch } from 'vue'
import { recoveries } from '@/api/outage'
import { Problem } from '@/api/problem'
import { useErrors } from './errors'

/** Sends a form once at a time; what was refused stands at its fields, and the first of them comes into view. */
export function useSubmit() {
  const errors = useErrors()
  const busy = ref(false)
  const problem = shallowRef<Problem>()

  watch(recoveries, () => {
    if (problem.value?.isOutage) problem.value = undefined
  })

  async function submit<T>(send: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = undefined
    errors.clear()
    try {
      return await send()
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      if (failure.status !== 401) problem.value = failure // the session's end has a dialog of its own
      errors.take(failure)
      await nextTick()
      showFirst()
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { errors, busy, problem, submit }
}

function showFirst() {
  const first = document.querySelector('.el-form-item.is-error') ?? document.querySelector('main [role="alert"]')
  first?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  first?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
}
