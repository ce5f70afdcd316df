import { Tickets, VideoPause } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/inbox',
    name: 'inbox',
    component: () => import('./InboxPage.vue'),
    meta: { title: 'inbox.title', roles: ['IMPLEMENTER'], menu: { order: 5, icon: Tickets } },
  },
  {
    path: '/stopped',
    name: 'stopped',
    component: () => import('./StoppedPage.vue'),
    meta: { title: 'inbox.stopped.title', roles: ['IMPLEMENTER'], menu: { order: 6, icon: VideoPause } },
  },
]
