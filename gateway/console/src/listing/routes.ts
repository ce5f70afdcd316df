import { DocumentAdd, Files } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/listings',
    name: 'listings',
    component: () => import('./ListingsPage.vue'),
    meta: {
      title: 'listing.list',
      roles: ['REPORTER', 'APPROVER', 'CREDIT_OFFICER', 'SUPERVISOR', 'AUDITOR'],
      menu: { order: 10, icon: Files },
    },
  },
  {
    path: '/listings/new',
    name: 'listing-new',
    component: () => import('./ProposePage.vue'),
    meta: {
      title: 'listing.propose',
      roles: ['REPORTER'],
      menu: { order: 11, icon: DocumentAdd },
      parent: 'listings',
    },
  },
  {
    path: '/listings/:id',
    name: 'listing',
    component: () => import('./ListingPage.vue'),
    meta: {
      title: 'listing.one',
      roles: ['REPORTER', 'APPROVER', 'CREDIT_OFFICER', 'SUPERVISOR', 'AUDITOR'],
      parent: 'listings',
    },
  },
  {
    path: '/listings/:id/change',
    name: 'listing-change',
    component: () => import('./ChangePage.vue'),
    meta: { title: 'listing.change', roles: ['REPORTER'], parent: 'listings' },
  },
  {
    path: '/listings/:id/ending',
    name: 'listing-ending',
    component: () => import('./EndingPage.vue'),
    meta: { title: 'listing.ending', roles: ['REPORTER'], parent: 'listings' },
  },
]
