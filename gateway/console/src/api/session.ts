import { computed, ref, shallowRef } from 'vue'
import { language } from '@/i18n/language'
import { Problem } from './problem'

export const roles = [
  'REPORTER',
  'APPROVER',
  'IMPLEMENTER',
  'CREDIT_OFFICER',
  'REVIEWER',
  'SUPERVISOR',
  'LAW_ADMIN',
  'AUDITOR',
  'SUBJECT',
  'SYSTEM',
] as const
export type Role = (typeof roles)[number]

export interface User {
  username: string
  name: string
  dept?: string
  roles: string[]
}

/** Who is logged in; null: nobody. */
export const user = shallowRef<User | null>(null)
/** Set when an answer said that the session is over; the page stays, with all that was typed. */
export const ended = ref(false)

export const isLoggedIn = computed(() => user.value !== null)

export const can = (...wanted: Role[]): boolean => wanted.some((role) => user.value?.roles.includes(role) ?? false)

/** @throws Problem where the gateway cannot say */
export async function loadUser(): Promise<User | null> {
  let answer: Response
  try {
    answer = await fetch('/me', { credentials: 'same-origin', headers: { Accept: 'application/json' } })
  } catch {
    throw new Problem(0, '', '')
  }
  if (answer.ok) user.value = await answer.json()
  else if (answer.status === 401) user.value = null
  else throw await Problem.of(answer)
  return user.value
}

export function sessionHasEnded() {
  if (user.value) ended.value = true
}

/** Log in, and come back to where one is. */
export function logIn(to: string) {
  location.assign(`/login?to=${encodeURIComponent(to)}&lang=${language.value}`)
}
