import { language } from '@/i18n/language'

export interface FieldError {
  field: string
  code: string
  message?: string
  basis?: string
}

/** What a service or the gateway refused (problem+json), or that nobody answered (status 0). */
export class Problem extends Error {
  /** of title and detail */
  readonly said = language.value

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
    readonly retryAfter?: number,
  ) {
    super(`${status} ${title}`)
  }

  /** Nobody could be asked; the same may be asked again later. */
  get isOutage(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504
  }

  /** Somebody else was faster: what was seen is not what is there now. */
  get isStale(): boolean {
    return this.status === 412
  }

  has(code: string): boolean {
    return this.errors.some((error) => error.code === code)
  }

  static async of(answer: Response): Promise<Problem> {
    const body = await answer.json().catch(() => ({}))
    const wait = Number(answer.headers.get('Retry-After'))
    return new Problem(
      answer.status,
      body.title ?? String(answer.status),
      body.detail ?? '',
      Array.isArray(body.errors) ? body.errors : [],
      wait > 0 ? wait : undefined,
    )
  }
}
