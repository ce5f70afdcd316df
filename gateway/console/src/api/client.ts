import { language } from '@/i18n/language'
import { outage } from './outage'
import { Problem } from './problem'
import { sessionHasEnded } from './session'

export type QueryValue = string | number | boolean | undefined | null
export type Query = Record<string, QueryValue>

export interface Answer<T> {
  data: T
  etag: string | null
  location: string | null
  status: number
}

interface Wish {
  query?: Query
  body?: unknown
  ifMatch?: string | null
  idempotencyKey?: string
  accept?: string
  signal?: AbortSignal
}

const SAFE = 'GET'

/**
 * Asks a service through the gateway, in the page's language. Throws a {@link Problem} for all that is no success; a
 * 401 also opens the dialog that the session has ended, an outage the banner that says what is down.
 */
export async function ask<T>(method: string, path: string, wish: Wish = {}): Promise<Answer<T>> {
  const answer = await send(method, path, wish)
  const text = answer.status === 204 ? '' : await answer.text()
  return {
    data: (text === '' ? undefined : JSON.parse(text)) as T,
    etag: answer.headers.get('ETag'),
    location: answer.headers.get('Location'),
    status: answer.status,
  }
}

export const get = async <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
  (await ask<T>(SAFE, path, { query, ...(signal && { signal }) })).data

export const post = <T>(path: string, body: unknown, wish: Omit<Wish, 'body'> = {}): Promise<Answer<T>> =>
  ask<T>('POST', path, { ...wish, body })

/** A file as the service makes it, e.g. a workbook. */
export async function file(path: string, accept: string, query: Query = {}): Promise<{ name: string; data: Blob }> {
  const answer = await send(SAFE, path, { query, accept })
  return { name: nameOf(answer.headers.get('Content-Disposition')), data: await answer.blob() }
}

export async function send(method: string, path: string, wish: Wish): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: wish.accept ?? 'application/json',
    'Accept-Language': language.value,
  }
  const isForm = wish.body instanceof FormData // the browser says its type, with the boundary
  if (wish.body !== undefined && !isForm) headers['Content-Type'] = 'application/json'
  if (wish.ifMatch) headers['If-Match'] = wish.ifMatch
  if (wish.idempotencyKey) headers['Idempotency-Key'] = wish.idempotencyKey
  if (method !== SAFE) headers['X-XSRF-TOKEN'] = await csrfToken()

  let answer: Response
  try {
    answer = await fetch(path + search(wish.query ?? {}), {
      method,
      headers,
      credentials: 'same-origin',
      ...(wish.body !== undefined && { body: isForm ? (wish.body as FormData) : JSON.stringify(wish.body) }),
      ...(wish.signal && { signal: wish.signal }),
    })
  } catch (lost) {
    if (wish.signal?.aborted) throw lost
    outage.begins()
    throw new Problem(0, '', '')
  }
  if (answer.ok) return answer
  const problem = await Problem.of(answer)
  if (problem.status === 401) sessionHasEnded()
  if (problem.isOutage) outage.begins()
  throw problem
}

/** Empty values are left out. */
export function search(query: Query): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') said.set(name, String(value))
  }
  const text = said.toString()
  return text === '' ? '' : `?${text}`
}

/** The gateway sets the cookie with any answer; whoever has none yet asks once. */
async function csrfToken(): Promise<string> {
  if (!csrfCookie()) await fetch('/me', { credentials: 'same-origin' }).catch(() => undefined)
  return csrfCookie() ?? ''
}

function csrfCookie(): string | undefined {
  const found = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1]
  return found && decodeURIComponent(found)
}

function nameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="?([^";]+)/.exec(disposition ?? '')?.[1] ?? 'export')
}
