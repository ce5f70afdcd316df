import type { Component } from 'vue'
import type { Role } from '@/api/session'

/**
 * What waits for somebody, on the start page. A feature brings its cards as `startCards` in a `start.ts`; each asks for
 * its own figures.
 */
export interface StartCard {
  order: number
  roles: readonly Role[]
  card: Component
}
