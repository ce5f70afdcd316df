import { defineAsyncComponent } from 'vue'
import type { StartCard } from '@/start/card'

export const startCards: StartCard[] = [
  { order: 1, roles: ['IMPLEMENTER'], card: defineAsyncComponent(() => import('./InboxCard.vue')) },
]
