import type { Component } from 'vue'
import type { Role } from '@/api/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** i18n key of the page's name: menu, breadcrumb, tag and window */
    title: string
    /** who may open it; left out: whoever is logged in */
    roles?: readonly Role[]
    /** departments of the government only */
    government?: boolean
    /** open to everybody, logged in or not */
    isPublic?: boolean
    /** without menu and header, e.g. a wall */
    bare?: boolean
    /** an entry of the left menu, sorted by `order` */
    menu?: { order: number; icon: Component }
    /** name of the route above it, for breadcrumb and menu */
    parent?: string
  }
}
