import { Upload } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/batches',
    name: 'batches',
    component: () => import('./BatchesPage.vue'),
    meta: { title: 'batch.list', roles: ['REPORTER', 'CREDIT_OFFICER'], menu: { order: 22, icon: Upload } },
  },
  {
    path: '/batches/:id',
    name: 'batch',
    component: () => import('./BatchPage.vue'),
    meta: { title: 'batch.one', roles: ['REPORTER', 'CREDIT_OFFICER'], parent: 'batches' },
  },
]
