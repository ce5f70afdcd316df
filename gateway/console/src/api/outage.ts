import { computed, reactive, ref } from 'vue'

export type Part = 'gateway' | 'keycloak' | 'collection' | 'sanction' | 'disclosure' | 'objection'

const PAUSE = 3000

const state = reactive<{ on: boolean; down: string[] }>({ on: false, down: [] })
/** Counts recoveries: what could not be loaded is loaded again when it changes. */
export const recoveries = ref(0)

let looking = false

/** What is down, as `/status` says; asked again until all is up. */
export const outage = {
  isOn: computed(() => state.on),
  /** names of parts; empty while it is not known, or where something behind the parts is away */
  down: computed(() => state.down),

  begins() {
    if (looking) return
    looking = true
    state.on = true
    void watchUntilOver()
  },
}

async function watchUntilOver() {
  do {
    state.down = await parts()
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  } while (state.down.length > 0 && (await parts()).length > 0)
  looking = false
  state.on = false
  recoveries.value++
}

async function parts(): Promise<string[]> {
  try {
    const answer = await fetch('/status', { headers: { Accept: 'application/json' } })
    if (!answer.ok) return ['gateway']
    const status: Record<string, string> = await answer.json()
    return Object.keys(status).filter((part) => status[part] !== 'UP')
  } catch {
    return ['gateway']
  }
}
