import { watch } from 'vue'
import { useAnswer } from '@/api/useAnswer'
import { labelTag } from '@/shell/tags'
import { pathOf } from './cases'
import type { Case, Kind } from './types'

/** One case; `page` is the page whose tag bears its number. */
export function useCase(kind: Kind, id: string, page?: string) {
  const { answer: one, ...rest } = useAnswer<Case>(pathOf(kind, id))
  watch(one, (now) => page && now && labelTag(page, now.number))
  return { one, ...rest }
}
