import { reactive, ref, toRaw, watch } from 'vue'
import { user } from '@/api/session'

const PREFIX = 'jc.draft.'
const key = (name: string) => `${PREFIX}${user.value?.username ?? ''}.${name}`

/**
 * What is being typed, kept in this tab until it is submitted: a session that ends loses nothing. `isRestored` says
 * that there was something.
 */
export function useDraft<T extends object>(name: string, empty: () => T) {
  const kept = sessionStorage.getItem(key(name))
  const form = reactive(merge(empty(), kept)) as T
  const isRestored = ref(kept !== null)
  let blank = JSON.stringify(empty())

  watch(form, () => {
    const text = JSON.stringify(toRaw(form))
    if (text === blank) sessionStorage.removeItem(key(name))
    else sessionStorage.setItem(key(name), text)
  })

  return {
    form,
    isRestored,
    /** after it was submitted, or thrown away */
    clear() {
      blank = JSON.stringify(empty())
      Object.assign(form, empty())
      sessionStorage.removeItem(key(name))
      isRestored.value = false
    },
  }
}

/** Nobody finds another one's drafts in this tab; without a name, all go. */
export function dropDrafts(exceptOf?: string) {
  for (const kept of Object.keys(sessionStorage)) {
    if (kept.startsWith(PREFIX) && (exceptOf === undefined || !kept.startsWith(`${PREFIX}${exceptOf}.`))) {
      sessionStorage.removeItem(kept)
    }
  }
}

function merge<T extends object>(empty: T, kept: string | null): T {
  try {
    return kept === null ? empty : { ...empty, ...JSON.parse(kept) }
  } catch {
    return empty
  }
}
