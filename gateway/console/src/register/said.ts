import { catalogue, type CatalogueField } from '@/law/books'
import { language } from '@/i18n/language'
import type { RegisterRecord } from './types'

export interface SaidField {
  name: string
  label: string
  value: string
}

/** Names in 双公示 of what the record's head says already. */
const HEAD = /^(cf|xk)_(wsh|jdrq|xdr_mc|xdr_shxym|sjly|sjlydm)$/

/** What a record says, in the order and with the labels of its catalogue item; what the item no longer knows comes last. */
export function saidBy({ item, fields: all }: Pick<RegisterRecord, 'item' | 'fields'>): SaidField[] {
  const fields = Object.fromEntries(Object.entries(all).filter(([name]) => !HEAD.test(name)))
  const known = catalogue.find(item)?.fields ?? []
  const names = new Set(known.map((field) => field.name))
  return [
    ...known.filter((field) => fields[field.name]).map((field) => said(field, fields[field.name] as string)),
    ...Object.entries(fields)
      .filter(([name, value]) => value && !names.has(name))
      .map(([name, value]) => ({ name, label: name, value })),
  ]
}

export const labelOf = (field: CatalogueField): string => (language.value === 'en' ? field.labelEn : field.label)

const said = (field: CatalogueField, value: string): SaidField => ({ name: field.name, label: labelOf(field), value })
