import { ChatLineSquare, Files } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/api/session'

const OFFICERS: Role[] = ['REPORTER', 'APPROVER', 'CREDIT_OFFICER', 'REVIEWER', 'AUDITOR']
const SUBJECT: Role[] = ['SUBJECT']

export const routes: RouteRecordRaw[] = [
  {
    path: '/cases',
    name: 'cases',
    component: () => import('./CasesPage.vue'),
    meta: { title: 'remedy.desk', roles: OFFICERS, menu: { order: 24, icon: Files } },
  },
  {
    path: '/cases/file',
    name: 'case-file',
    component: () => import('./FilePage.vue'),
    meta: { title: 'remedy.file', roles: ['CREDIT_OFFICER', 'REPORTER'], parent: 'cases' },
  },
  {
    path: '/cases/:kind/:id',
    name: 'case',
    component: () => import('./CasePage.vue'),
    meta: { title: 'remedy.case', roles: OFFICERS, parent: 'cases' },
  },
  {
    path: '/cases/:kind/:id/propagation',
    name: 'case-propagation',
    component: () => import('./PropagationPage.vue'),
    meta: { title: 'remedy.propagation', roles: OFFICERS, parent: 'cases' },
  },
  {
    path: '/mine/cases',
    name: 'my-cases',
    component: () => import('./MyCasesPage.vue'),
    meta: { title: 'remedy.mine', roles: SUBJECT, menu: { order: 7, icon: ChatLineSquare } },
  },
  {
    path: '/mine/cases/:kind/:id',
    name: 'my-case',
    component: () => import('./MyCasePage.vue'),
    meta: { title: 'remedy.case', roles: SUBJECT, parent: 'my-cases' },
  },
  {
    path: '/mine/cases/:kind/:id/propagation',
    name: 'my-case-propagation',
    component: () => import('./PropagationPage.vue'),
    meta: { title: 'remedy.propagation', roles: SUBJECT, parent: 'my-cases' },
  },
  {
    path: '/mine/ask/:kind',
    name: 'my-ask',
    component: () => import('./AskPage.vue'),
    meta: { title: 'remedy.asking', roles: SUBJECT, parent: 'my-cases' },
  },
]
