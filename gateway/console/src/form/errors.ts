import { shallowRef } from 'vue'
import type { FieldError, Problem } from '@/api/problem'
import { say, sayCode } from '@/i18n'
import { language, type Language } from '@/i18n/language'

/** What the service found wrong, each at its field, in the language of the page also after that was changed. */
export function useErrors() {
  const found = shallowRef<readonly (FieldError & { said: Language })[]>([])

  const text = (error: FieldError & { said: Language }): string => {
    const message = error.message && error.said === language.value ? error.message : sayCode('error', error.code)
    return error.basis ? say('problem.withBasis', { message, basis: error.basis }) : message
  }

  return {
    take(problem: Problem) {
      const said = language.value
      found.value = problem.errors.map((error) => ({ ...error, said }))
    },
    clear() {
      found.value = []
    },
    /** the user is correcting it */
    touch(field: string) {
      if (found.value.some((error) => error.field === field)) {
        found.value = found.value.filter((error) => error.field !== field)
      }
    },
    of(field: string): string | undefined {
      const errors = found.value.filter((error) => error.field === field)
      return errors.length === 0 ? undefined : errors.map(text).join(' ')
    },
    /** errors of fields that a form does not show, each with its path */
    others(shown: (field: string) => boolean): string[] {
      return found.value
        .filter((error) => !shown(error.field))
        .map((error) => (error.field ? `${error.field}: ${text(error)}` : text(error)))
    },
    get count(): number {
      return found.value.length
    },
  }
}

export type Errors = ReturnType<typeof useErrors>

const STATUSES = new Set([400, 403, 404, 409, 422, 429, 500])

/** A problem in one sentence, for a message or a page; in our own words where the service's are in another language. */
export function sentence(problem: Problem): string {
  if (problem.isOutage) return say('problem.outage')
  if (problem.isStale) return say('problem.stale')
  if (problem.said !== language.value) return say(`problem.${STATUSES.has(problem.status) ? `of.${problem.status}` : 'title'}`)
  const first = problem.errors.find((error) => error.message && error.field === '')
  return first?.message ?? (problem.detail || problem.title || say('problem.title'))
}
