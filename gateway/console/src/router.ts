import { watchEffect } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { ended, logIn, user } from './api/session'
import { say } from './i18n'
import { isOfGovernment } from './law/departments'
import { dropStaleReload, reloadOnce } from './shell/freshness'
import { tagOpened } from './shell/tags'
import './shell/meta'

/** Each feature folder brings its pages in a `routes.ts`; their menu entries stand in the records' `meta`. */
const files = import.meta.glob<RouteRecordRaw[]>('./**/routes.ts', { eager: true, import: 'routes' })

export const pages: RouteRecordRaw[] = Object.values(files).flat()

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...pages,
    {
      path: '/:anything(.*)*',
      name: 'not-found',
      component: () => import('./shell/NotFound.vue'),
      meta: { title: 'shell.notFound', isPublic: true },
    },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach((to) => {
  if (user.value || to.meta.isPublic) return true
  logIn(to.fullPath)
  return false
})

router.afterEach((to, _from, failure) => {
  if (failure) return
  dropStaleReload()
  if (to.name !== 'not-found') tagOpened(to)
})

// files of an older build are gone after an update: load the page anew, once
router.onError((_failure, to) => {
  if (!ended.value) reloadOnce(to.fullPath)
})

watchEffect(() => {
  const title = router.currentRoute.value.meta.title
  document.title = title ? `${say(title)} · ${say('product')}` : say('product')
})

export const mayOpen = (meta: { roles?: readonly string[]; government?: boolean }): boolean =>
  (!meta.roles || meta.roles.some((role) => user.value?.roles.includes(role) ?? false)) &&
  (!meta.government || isOfGovernment(user.value?.dept))
