import { defineAsyncComponent } from 'vue'
import type { StartCard } from '@/start/card'

export const startCards: StartCard[] = [
  { order: 2, roles: ['SUPERVISOR', 'AUDITOR'], card: defineAsyncComponent(() => import('./OverviewCard.vue')) },
]
