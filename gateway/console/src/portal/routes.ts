import { Search } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

/** Open to everybody (D1). No path or query holds a person's name or digits: persons are asked for by POST. */
export const routes: RouteRecordRaw[] = [
  {
    path: '/public',
    name: 'portal',
    component: () => import('./SearchPage.vue'),
    meta: { title: 'portal.title', isPublic: true, menu: { order: 80, icon: Search } },
  },
  {
    path: '/public/subjects/:id',
    name: 'portal-subject',
    component: () => import('./SubjectPage.vue'),
    meta: { title: 'portal.subject', isPublic: true, parent: 'portal' },
  },
  {
    path: '/public/lists',
    name: 'portal-lists',
    component: () => import('./ListsPage.vue'),
    meta: { title: 'portal.lists', isPublic: true, parent: 'portal' },
  },
  {
    path: '/public/double-disclosure',
    name: 'portal-double-disclosure',
    component: () => import('./DoubleDisclosurePage.vue'),
    meta: { title: 'portal.doubleDisclosure', isPublic: true, parent: 'portal' },
  },
  {
    path: '/public/catalogue',
    name: 'portal-catalogue',
    component: () => import('./CataloguePage.vue'),
    meta: { title: 'portal.catalogue', isPublic: true, parent: 'portal' },
  },
]
