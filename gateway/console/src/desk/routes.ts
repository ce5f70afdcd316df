import { Search } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/api/session'

const POSTS: readonly Role[] = ['IMPLEMENTER', 'REPORTER', 'CREDIT_OFFICER']

export const routes: RouteRecordRaw[] = [
  {
    path: '/desk',
    name: 'desk',
    component: () => import('./DeskPage.vue'),
    meta: { title: 'desk.title', roles: POSTS, government: true, menu: { order: 15, icon: Search } },
  },
  {
    path: '/desk/many',
    name: 'desk-many',
    component: () => import('./ManyPage.vue'),
    meta: { title: 'desk.many', roles: POSTS, government: true, parent: 'desk' },
  },
  {
    path: '/desk/many/:id',
    name: 'desk-answers',
    component: () => import('./AnswersPage.vue'),
    meta: { title: 'desk.answers', roles: POSTS, government: true, parent: 'desk' },
  },
]
