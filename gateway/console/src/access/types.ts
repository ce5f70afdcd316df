import type { components } from 'openapi/disclosure'
import type { Told } from '@/api/told'

type Schemas = components['schemas']

/** One look at what is not public, as its reader may know of it. */
export type Look = Told<Pick<Schemas['AccessView'], 'id' | 'at' | 'kind' | 'officer' | 'system' | 'request' | 'records'>> &
  Pick<Schemas['AccessView'], 'department' | 'departmentName' | 'username' | 'subject' | 'purpose' | 'purposeText' | 'matter'>

export const lookKinds = ['QUERY', 'BATCH_QUERY', 'CHECK', 'AUTHORISED', 'REFUSED'] as const
