import { shallowRef, watch } from 'vue'
import { get } from '@/api/client'
import { recoveries } from '@/api/outage'
import { language } from '@/i18n/language'

export interface Provision {
  text: string
  basis: string
}

export interface ListType {
  code: string
  name: string
  nameEn: string
  listClass: 'SEVERE' | 'RED' | 'REFERENCE'
  group?: string
  department: string
  subjects: SubjectKind[]
  standard: Provision
  basis: string
  basisLevel: string
  exit?: Provision
  version: string
  effectiveFrom: string
}

export interface Measure {
  code: string
  name: string
  nameEn: string
  text: string
  kind: 'INCENTIVE' | 'SANCTION'
  force: 'MANDATORY' | 'RECOMMENDED'
  nature: 'GATE' | 'CONTINUING'
  agencies: string[]
  scenes: string[]
  basis: string
  approval: string
  version: string
}

export type SubjectKind = 'ORGANISATION' | 'PERSON'
export type RecordCategory = 'BASIC' | 'ADVERSE' | 'FAVOURABLE'
export type Procedure = 'GENERAL' | 'SUMMARY'

export type FieldType =
  | 'text'
  | 'prose'
  | 'date'
  | 'amount'
  | 'number'
  | 'enum'
  | 'enums'
  | 'personName'
  | 'unifiedCode'
  | 'documentKind'
  | 'idNumber'

export interface CatalogueField {
  name: string
  type: FieldType
  label: string
  labelEn: string
  max?: number
  required: boolean
  public: boolean
  values?: string[]
  /** value → another field, without which it cannot be said */
  needs?: Record<string, string>
}

export interface CatalogueItem {
  code: string
  name: string
  nameEn: string
  subjects: SubjectKind[]
  category: RecordCategory
  providers: string[]
  basis: string
  disclosure: 'PUBLIC' | 'CLOSED' | 'WHEN_PUBLISHED'
  updateCycle: string
  active: boolean
  doubleDisclosure: boolean
  /** ISO 8601: how long after the end of the behaviour it is shown at the longest */
  period?: string
  procedures?: Procedure[]
  fields: CatalogueField[]
  version: string
  effectiveFrom: string
}

/** What an organ may look for at what is not public; `open`: the reader's own organ may. */
export interface Purpose {
  code: string
  name: string
  nameEn: string
  basis: string
  categories: RecordCategory[]
  open: boolean
  version: string
}

interface Named {
  code: string
  name: string
  nameEn: string
}

/** A book of the law, asked for once and kept; asked again after an outage if it could not be had. */
function book<T extends Named>(path: string) {
  const entries = shallowRef<readonly T[]>([])
  let asked = false

  async function load() {
    asked = true
    try {
      const page = await get<{ content: T[] }>(path, { size: 200 })
      entries.value = page.content
    } catch {
      asked = false
    }
  }

  watch(recoveries, () => {
    if (entries.value.length === 0) void load()
  })

  return {
    /** reactive; empty until they have come */
    all(): readonly T[] {
      if (!asked) void load()
      return entries.value
    },
    find(code: string | undefined | null): T | undefined {
      return this.all().find((entry) => entry.code === code)
    },
    /** the name in the page's language, the code while it is not known */
    name(code: string | undefined | null): string {
      const known = this.find(code)
      if (!known) return code ?? ''
      return language.value === 'en' ? known.nameEn : known.name
    },
  }
}

export const listTypes = book<ListType>('/api/collection/list-types')
export const catalogue = book<CatalogueItem>('/api/collection/catalogue')
export const measures = book<Measure>('/api/sanction/measures')
export const purposes = book<Purpose>('/api/disclosure/purposes')
