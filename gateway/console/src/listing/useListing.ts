import { useVersioned } from '@/api/useVersioned'
import type { Listing } from './types'

export function useListing(id: string) {
  const { seen: listing, ...rest } = useVersioned<Listing>(`/listings/${encodeURIComponent(id)}`, ['/change', '/ending'])
  return { listing, ...rest }
}
