import { Bell } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/api/session'

const READERS: Role[] = ['IMPLEMENTER', 'REPORTER', 'APPROVER', 'CREDIT_OFFICER', 'SUPERVISOR', 'AUDITOR']

export const routes: RouteRecordRaw[] = [
  {
    path: '/notices',
    name: 'notices',
    component: () => import('./NoticesPage.vue'),
    meta: { title: 'notice.list', roles: READERS, menu: { order: 20, icon: Bell } },
  },
  {
    path: '/notices/:id',
    name: 'notice',
    component: () => import('./NoticePage.vue'),
    meta: { title: 'notice.one', roles: READERS, parent: 'notices' },
  },
]
