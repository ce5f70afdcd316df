import { defineAsyncComponent } from 'vue'
import type { StartCard } from '@/start/card'

export const startCards: StartCard[] = [
  { order: 10, roles: ['APPROVER', 'REPORTER'], card: defineAsyncComponent(() => import('./WaitingCard.vue')) },
  {
    order: 11,
    roles: ['REPORTER', 'APPROVER', 'CREDIT_OFFICER', 'SUPERVISOR', 'AUDITOR'],
    card: defineAsyncComponent(() => import('./RecentCard.vue')),
  },
]
