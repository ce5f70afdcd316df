import { computed, reactive, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

const SIZE = 20

/**
 * Filters, page and sort of a list, kept in the address: reload, back and a link sent to a colleague show the same.
 * `wanted` is what stands in the filter card; it counts when `search` is called.
 *
 * @param valid what a filter's value has to be; anything else in the address is as good as none
 */
export function useQuery<K extends string>(names: readonly K[], valid: Partial<Record<K, (value: string) => boolean>> = {}) {
  const route = useRoute()
  const router = useRouter()
  const path = route.path

  const query = shallowRef(route.query)
  watch(
    () => route.fullPath,
    () => {
      if (route.path === path) query.value = route.query // the next page's query is none of this list's
    },
    { flush: 'sync' },
  )

  const said = (name: string): string => {
    const value = query.value[name]
    return typeof value === 'string' ? value : ''
  }
  const filter = (name: K): string => ((valid[name]?.(said(name)) ?? true) ? said(name) : '')
  const filters = computed(() => Object.fromEntries(names.map((name) => [name, filter(name)])) as Record<K, string>)
  const wanted = reactive({ ...filters.value }) as Record<K, string>
  watch(filters, (now) => Object.assign(wanted, now))

  const go = (changes: Record<string, string>) => {
    const next = Object.fromEntries(
      Object.entries({ ...query.value, ...changes }).filter(([, value]) => value !== '' && value != null),
    )
    return router.push({ path, query: next })
  }

  return {
    filters,
    wanted,
    page: computed(() => Math.max(0, Number.parseInt(said('page'), 10) || 0)),
    size: computed(() => Number.parseInt(said('size'), 10) || SIZE),
    sort: computed(() => said('sort')),
    search: () => go({ ...Object.fromEntries(names.map((name) => [name, (wanted[name] ?? '').trim()])), page: '' }),
    reset: () => {
      for (const name of names) wanted[name] = ''
      return router.push({ path, query: {} })
    },
    turnTo: (page: number) => go({ page: page === 0 ? '' : String(page) }),
    resize: (size: number) => go({ size: size === SIZE ? '' : String(size), page: '' }),
    sortBy: (sort: string) => go({ sort, page: '' }),
  }
}

export type ListQuery = Pick<
  ReturnType<typeof useQuery<string>>,
  'page' | 'size' | 'sort' | 'turnTo' | 'resize' | 'sortBy'
>
