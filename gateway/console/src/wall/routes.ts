import { Monitor } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/wall',
    name: 'wall',
    component: () => import('./WallPage.vue'),
    meta: { title: 'wall.title', roles: ['SUPERVISOR', 'AUDITOR'], bare: true, menu: { order: 40, icon: Monitor } },
  },
]
