import { code, trim } from '@/form/text'
import type { CatalogueField, CatalogueItem } from '@/law/books'
import { emptySubject, said, subjectBody, type SubjectDraft } from '@/listing/proposal'
import type { CreditRecord } from './types'

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

const CONTENT = /^(decidedOn|procedure|behaviourEndedOn|validUntil)$/

/** Whether the form has a field at a path of the body. */
export const isOfContent = (path: string, item: CatalogueItem | undefined): boolean =>
  CONTENT.test(path) || (item !== undefined && asked(item).some(({ name }) => path === `fields.${name}`))

const AS_TYPED = new Set(['text', 'prose', 'personName'])

/** The body as the service takes it: only the item's own fields, codes and amounts half-width, names as registered. */
export function bodyOf(entry: Entry, item: CatalogueItem | undefined): object {
  return said({ number: trim(entry.number), item: entry.item, subject: subjectBody(entry), ...contentOf(entry, item) })
}

function contentOf(entry: Entry, item: CatalogueItem | undefined, kept: Record<string, string> = {}) {
  const fields = item ? asked(item).map((field) => [field.name, valueOf(entry.fields[field.name], field)]) : []
  return {
    decidedOn: entry.decidedOn,
    procedure: item?.procedures ? entry.procedure : '',
    behaviourEndedOn: entry.behaviourEndedOn,
    validUntil: entry.validUntil,
    fields: said({ ...kept, ...Object.fromEntries(fields) }),
  }
}

/** A record as it stands, to be typed over. */
export function entryOf(record: CreditRecord, item: CatalogueItem): Entry {
  const fields = asked(item)
    .filter((field) => record.fields[field.name])
    .map((field) => [field.name, typed(record.fields[field.name] as string, field)])
  return {
    ...emptyEntry(),
    item: record.item,
    number: record.number,
    kind: record.subject.kind,
    name: record.subject.name,
    decidedOn: record.decidedOn,
    procedure: record.procedure ?? '',
    behaviourEndedOn: record.behaviourEndedOn ?? '',
    validUntil: record.validUntil ?? '',
    fields: Object.fromEntries(fields),
  }
}

/**
 * The whole new content. Number and subject are left out, for they stay as they are; so does what the form does not ask
 * for.
 */
export function revisionOf(entry: Entry, item: CatalogueItem, record: CreditRecord): object {
  const names = new Set(item.fields.map((field) => field.name))
  const kept = Object.fromEntries(Object.entries(record.fields).filter(([name]) => names.has(name)))
  return said({ ...contentOf(entry, item, kept), ownEarnings: record.ownEarnings, consent: record.consent })
}

/** What stands otherwise in the one than in the other, by the paths of the form. */
export function changedPaths(one: Entry, other: Entry): string[] {
  const heads = (['decidedOn', 'procedure', 'behaviourEndedOn', 'validUntil'] as const).filter((name) => one[name] !== other[name])
  const names = [...new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])]
  const text = (value: string | string[] | undefined) => String(value ?? '')
  return [...heads, ...names.filter((name) => text(one.fields[name]) !== text(other.fields[name])).map((name) => `fields.${name}`)]
}

const typed = (value: string, field: CatalogueField): string | string[] => (field.type === 'enums' ? value.split(';') : value)

function valueOf(typed: string | string[] | undefined, field: CatalogueField): string {
  if (Array.isArray(typed)) return typed.join(';')
  const text = typed ?? ''
  return AS_TYPED.has(field.type) || field.type === 'enum' ? trim(text) : (code(text).text ?? text)
}
