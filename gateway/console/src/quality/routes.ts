import { Histogram } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/quality',
    name: 'quality',
    component: () => import('./QualityPage.vue'),
    meta: { title: 'quality.title', roles: ['CREDIT_OFFICER', 'REPORTER', 'SUPERVISOR', 'AUDITOR'], menu: { order: 24, icon: Histogram } },
  },
]
