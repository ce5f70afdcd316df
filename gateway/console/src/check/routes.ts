import { Aim } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/check',
    name: 'check',
    component: () => import('./CheckPage.vue'),
    meta: { title: 'check.title', roles: ['IMPLEMENTER'], menu: { order: 18, icon: Aim } },
  },
]
