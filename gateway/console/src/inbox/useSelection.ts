import { ref, watch, type Ref } from 'vue'

/** Which rows are marked, and the one the keyboard stands on; both follow the rows when these are loaded anew. */
export function useSelection<T extends { id: string }>(rows: Ref<readonly T[]>) {
  const selected = ref<ReadonlySet<string>>(new Set())
  const current = ref(0)

  watch(rows, (now) => {
    const there = new Set(now.map((row) => row.id))
    selected.value = new Set([...selected.value].filter((id) => there.has(id)))
    current.value = Math.max(0, Math.min(current.value, now.length - 1))
  })

  return {
    selected,
    current,
    toggle(id: string) {
      const next = new Set(selected.value)
      if (!next.delete(id)) next.add(id)
      selected.value = next
    },
    toggleAll() {
      const all = selected.value.size === rows.value.length
      selected.value = new Set(all ? [] : rows.value.map((row) => row.id))
    },
    clear() {
      selected.value = new Set()
    },
    move(to: 'next' | 'previous' | 'first' | 'last') {
      const last = rows.value.length - 1
      const place = { next: current.value + 1, previous: current.value - 1, first: 0, last }[to]
      current.value = Math.max(0, Math.min(place, last))
    },
  }
}
