import { code, trim } from '@/form/text'
import type { CatalogueField, CatalogueItem } from '@/law/books'
import { emptySubject, said, subjectBody, type SubjectDraft } from '@/listing/proposal'

/** A record as typed. A field of several kinds is a list until it is sent. */
export interface Entry extends SubjectDraft {
  item: string
  number: string
  decidedOn: string
  procedure: string
  behaviourEndedOn: string
  validUntil: string
  fields: Record<string, string | string[]>
}

export const emptyEntry = (): Entry => ({
  ...emptySubject(),
  item: '',
  number: '',
  decidedOn: '',
  procedure: '',
  behaviourEndedOn: '',
  validUntil: '',
  fields: {},
})

/** What the record's head says, and the sender's department: none of it is asked for twice. */
const HEAD = /^(cf|xk)_(wsh|jdrq|xdr_mc|xdr_lb|xdr_shxym|xdr_zjlx|xdr_zjhm|sjly|sjlydm)$/
/** Columns of the files of 2016 that have no twin today. */
const OLD_LAYOUT = /^(cf_cfmc|cf_zt|xk_xmmc|dfbm|sjc)$/

export const asked = (item: CatalogueItem): CatalogueField[] =>
  item.fields.filter((field) => !HEAD.test(field.name) && !(item.doubleDisclosure && OLD_LAYOUT.test(field.name)))

/** Those that must be there, or that a chosen kind asks for. */
export function isNeeded(item: CatalogueItem, field: CatalogueField): boolean {
  return field.required || item.fields.some((other) => Object.values(other.needs ?? {}).includes(field.name))
}

const AS_TYPED = new Set(['text', 'prose', 'personName'])

/** The body as the service takes it: only the item's own fields, codes and amounts half-width, names as registered. */
export function bodyOf(entry: Entry, item: CatalogueItem | undefined): object {
  const fields = item ? asked(item).map((field) => [field.name, valueOf(entry.fields[field.name], field)]) : []
  return said({
    number: trim(entry.number),
    item: entry.item,
    subject: subjectBody(entry),
    decidedOn: entry.decidedOn,
    procedure: item?.procedures ? entry.procedure : '',
    behaviourEndedOn: entry.behaviourEndedOn,
    validUntil: entry.validUntil,
    fields: said(Object.fromEntries(fields)),
  })
}

function valueOf(typed: string | string[] | undefined, field: CatalogueField): string {
  if (Array.isArray(typed)) return typed.join(';')
  const text = typed ?? ''
  return AS_TYPED.has(field.type) || field.type === 'enum' ? trim(text) : (code(text).text ?? text)
}
