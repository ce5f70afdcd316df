import { reactive, watch } from 'vue'
import type { RouteLocationNormalized } from 'vue-router'
import { user } from '@/api/session'

/** An opened page: `path` with its filters as they were left. */
export interface Tag {
  path: string
  fullPath: string
  title: string
  label?: string
}

const MOST = 12
const key = () => `jc.tags.${user.value?.username ?? ''}`

export const tags = reactive<Tag[]>([])

export function restoreTags() {
  try {
    tags.splice(0, tags.length, ...JSON.parse(sessionStorage.getItem(key()) ?? '[]'))
  } catch {
    tags.splice(0)
  }
  watch(tags, () => sessionStorage.setItem(key(), JSON.stringify(tags)))
}

export function tagOpened(to: RouteLocationNormalized) {
  if (!user.value || to.meta.bare || to.path === '/') return
  const known = tags.find((tag) => tag.path === to.path)
  if (known) {
    known.fullPath = to.fullPath
    return
  }
  tags.push({ path: to.path, fullPath: to.fullPath, title: to.meta.title })
  if (tags.length > MOST) tags.shift()
}

/** What stands on the tag besides the page's name, e.g. a listing's number. */
export function labelTag(path: string, label: string) {
  const known = tags.find((tag) => tag.path === path)
  if (known) known.label = label
}

/** @returns where to go if the closed one was open */
export function closeTag(path: string): string {
  const place = tags.findIndex((tag) => tag.path === path)
  if (place >= 0) tags.splice(place, 1)
  return (tags[place] ?? tags[place - 1])?.fullPath ?? '/'
}

export function closeOthers(path: string) {
  tags.splice(0, tags.length, ...tags.filter((tag) => tag.path === path))
}
