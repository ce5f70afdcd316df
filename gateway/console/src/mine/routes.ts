import { Postcard, View } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/mine',
    name: 'mine',
    component: () => import('./MyInformationPage.vue'),
    meta: { title: 'mine.title', roles: ['SUBJECT'], menu: { order: 5, icon: Postcard } },
  },
  {
    path: '/mine/accesses',
    name: 'mine-accesses',
    component: () => import('./AccessesPage.vue'),
    meta: { title: 'mine.looks', roles: ['SUBJECT'], menu: { order: 6, icon: View } },
  },
]
