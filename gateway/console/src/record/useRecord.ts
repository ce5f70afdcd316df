import { useVersioned } from '@/api/useVersioned'
import type { CreditRecord } from './types'

export function useRecord(id: string) {
  const { seen: record, ...rest } = useVersioned<CreditRecord>(`/records/${encodeURIComponent(id)}`, ['/revision'])
  return { record, ...rest }
}
