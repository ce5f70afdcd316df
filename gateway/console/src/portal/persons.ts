import { shallowRef } from 'vue'
import { post } from '@/api/client'
import { length, trim } from '@/form/text'
import type { Subject } from '@/register/types'
import type { Page } from '@/table/usePaged'


/**
 * What the last search of persons found, masked as it came: kept in memory for the way back from a subject's page.
 * What was typed is kept nowhere.
 */
export const foundPersons = shallowRef<Page<Subject>>()

/** Name and last four go in the body, never in an address. */
export async function findPersons(name: string, lastFour: string): Promise<void> {
  foundPersons.value = undefined
  foundPersons.value = (
    await post<Page<Subject>>('/api/disclosure/public/persons', { name: trim(name), lastFour: fourOf(lastFour) })
  ).data
}

/** The last four characters of a number: three digits and a digit or X, however wide they were typed. */
export const fourOf = (typed: string): string =>
  trim(typed)
    .normalize('NFKC')
    .toUpperCase()

export const isComplete = (name: string, lastFour: string): boolean =>
  length(trim(name)) > 0 && /^[0-9]{3}[0-9X]$/.test(fourOf(lastFour))
