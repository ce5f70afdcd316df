import all from 'virtual:departments'
import { language } from '@/i18n/language'

export type Department = (typeof all)[number]

export const departments: readonly Department[] = all

const byCode = new Map(all.map((department) => [department.code, department]))
const district = commonStart(all.map((department) => department.name))

export const isDepartment = (code: string): boolean => byCode.has(code)

/** The full name in the page's language; the code where it is not known. */
export function departmentName(code: string | undefined | null): string {
  const known = byCode.get(code ?? '')
  if (!known) return code ?? ''
  return language.value === 'en' ? known.nameEn : known.name
}

export const isOfGovernment = (code: string | undefined): boolean => byCode.get(code ?? '')?.government ?? false

/** The name without the district that all share: for tables and menus. */
export function departmentShort(code: string | undefined | null): string {
  const known = byCode.get(code ?? '')
  if (!known) return code ?? ''
  return language.value === 'en'
    ? known.nameEn.replace(/ of \S+ District$/, '')
    : known.name.slice(district.length)
}

function commonStart(names: string[]): string {
  const [first = '', ...others] = names
  let length = first.length
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length)))) length--
  return first.slice(0, length)
}
