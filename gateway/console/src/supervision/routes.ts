import { AlarmClock } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import { roles } from '@/api/session'

export const routes: RouteRecordRaw[] = [
  {
    path: '/overdue',
    name: 'overdue',
    component: () => import('./OverduePage.vue'),
    meta: {
      title: 'supervision.overdue.title',
      roles: roles.filter((role) => role !== 'SUBJECT' && role !== 'SYSTEM'),
      government: true,
      menu: { order: 30, icon: AlarmClock },
    },
  },
]
