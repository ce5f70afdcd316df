import { computed } from 'vue'
import type { components } from 'openapi/objection'
import type { Told } from '@/api/told'
import { useAnswer } from '@/api/useAnswer'
import type { Page } from '@/table/usePaged'

type Schemas = components['schemas']
export type Deletion = Told<Omit<Schemas['DeletionView'], 'doneAt'>> & Pick<Schemas['DeletionView'], 'doneAt'>
type Terms = { items: Told<Schemas['Deletable']>[] }

/** What may be deleted on request, and what the subject has asked for, the newest first. */
export function useDeletions() {
  const terms = useAnswer<Terms>('/api/objection/deletions/terms')
  const own = useAnswer<Page<Deletion>>('/api/objection/deletions', () => ({ size: 200, sort: 'receivedAt,desc' }))
  const asked = computed(() => own.answer.value?.content ?? [])

  return {
    asked,
    problem: own.problem,
    load: own.load,
    of: (record: string) => asked.value.find((deletion) => deletion.record === record),
    termOf: (item: string) => terms.answer.value?.items.find((deletable) => deletable.item === item),
  }
}

export type Deletions = ReturnType<typeof useDeletions>
