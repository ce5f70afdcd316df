import { defineAsyncComponent } from 'vue'
import type { StartCard } from '@/start/card'

export const startCards: StartCard[] = [
  { order: 5, roles: ['SUBJECT'], card: defineAsyncComponent(() => import('./MyCard.vue')) },
]
