import { defineAsyncComponent } from 'vue'
import type { StartCard } from '@/start/card'

export const startCards: StartCard[] = [
  { order: 8, roles: ['CREDIT_OFFICER'], card: defineAsyncComponent(() => import('./SettleCard.vue')) },
]
