import { DocumentAdd, Tickets } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/records',
    name: 'records',
    component: () => import('./RecordsPage.vue'),
    meta: { title: 'record.list', roles: ['REPORTER', 'CREDIT_OFFICER'], menu: { order: 20, icon: Tickets } },
  },
  {
    path: '/records/new',
    name: 'record-new',
    component: () => import('./EntryPage.vue'),
    meta: { title: 'record.enter', roles: ['REPORTER'], menu: { order: 21, icon: DocumentAdd }, parent: 'records' },
  },
  {
    path: '/records/:id',
    name: 'record',
    component: () => import('./RecordPage.vue'),
    meta: { title: 'record.one', roles: ['REPORTER', 'CREDIT_OFFICER'], parent: 'records' },
  },
  {
    path: '/records/:id/revision',
    name: 'record-revision',
    component: () => import('./RevisePage.vue'),
    meta: { title: 'record.revise', roles: ['REPORTER', 'CREDIT_OFFICER'], parent: 'records' },
  },
]
