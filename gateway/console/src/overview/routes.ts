import { DataAnalysis } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/overview',
    name: 'overview',
    component: () => import('./OverviewPage.vue'),
    meta: { title: 'overview.title', roles: ['SUPERVISOR', 'AUDITOR', 'IMPLEMENTER'], menu: { order: 3, icon: DataAnalysis } },
  },
]
