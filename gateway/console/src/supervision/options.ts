import { sayCode } from '@/i18n'
import { listTypes, measures } from '@/law/books'
import { departments, departmentShort } from '@/law/departments'

/** What filters offer, in the page's language. */
export const agencyOptions = () => departments.map(({ code }) => ({ code, name: departmentShort(code) }))
export const listTypeOptions = () => listTypes.all().map(({ code }) => ({ code, name: listTypes.name(code) }))
export const measureOptions = () => measures.all().map(({ code }) => ({ code, name: measures.name(code) }))
export const codeOptions = (group: string, codes: readonly string[]) =>
  codes.map((code) => ({ code, name: sayCode(group, code) }))
