import type { RouteRecordRaw } from 'vue-router'
import { HomeFilled } from '@element-plus/icons-vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'start',
    component: () => import('./StartPage.vue'),
    meta: { title: 'shell.home', isPublic: true, menu: { order: 0, icon: HomeFilled } },
  },
]
