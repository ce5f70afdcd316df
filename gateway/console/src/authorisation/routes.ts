import { Key } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/authorisations',
    name: 'authorisations',
    component: () => import('./AuthorisationsPage.vue'),
    meta: { title: 'authorisation.title', roles: ['SUBJECT'], menu: { order: 7, icon: Key } },
  },
  {
    path: '/authorisations/new',
    name: 'authorisation-new',
    component: () => import('./GivePage.vue'),
    meta: { title: 'authorisation.give', roles: ['SUBJECT'], parent: 'authorisations' },
  },
  {
    path: '/authorisations/:id',
    name: 'authorisation',
    component: () => import('./CoveredPage.vue'),
    meta: { title: 'authorisation.covered', roles: ['SUBJECT'], parent: 'authorisations' },
  },
]
