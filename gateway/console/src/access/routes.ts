import { Memo } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/query-log',
    name: 'query-log',
    component: () => import('./QueryLogPage.vue'),
    meta: { title: 'access.title', roles: ['AUDITOR', 'SUPERVISOR'], menu: { order: 26, icon: Memo } },
  },
]
