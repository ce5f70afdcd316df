import { Postcard } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/mine',
    name: 'mine',
    component: () => import('./MyInformationPage.vue'),
    meta: { title: 'mine.title', roles: ['SUBJECT'], menu: { order: 5, icon: Postcard } },
  },
]
