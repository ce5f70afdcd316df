import { onScopeDispose, ref } from 'vue'

/** The time, second by second. */
export function useClock() {
  const now = ref(new Date())
  const timer = setInterval(() => (now.value = new Date()), 1000)
  onScopeDispose(() => clearInterval(timer))
  return now
}
