import { get, post } from '@/api/client'
import { user } from '@/api/session'
import type { Page } from '@/table/usePaged'
import { LEADS_TO, type Command } from './commands'
import { lastMove, sameByAnother } from './moves'
import type { Evidence, Explanation, Notice, Step } from './types'

export const PATH = '/api/sanction/notices'
export const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`

/** A notice as the officer saw it when deciding, without anybody's name: this may be kept in a draft. */
export type Seen = Pick<Notice, 'id' | 'listing' | 'listingNumber' | 'measure' | 'agency' | 'legal' | 'agencyState' | 'owes' | 'force' | 'issuedAt'> & {
  subject: string
}

export const seen = (notice: Notice): Seen => ({
  id: notice.id,
  listing: notice.listing,
  listingNumber: notice.listingNumber,
  measure: notice.measure,
  agency: notice.agency,
  legal: notice.legal,
  agencyState: notice.agencyState,
  owes: notice.owes,
  force: notice.force,
  issuedAt: notice.issuedAt ?? null,
  subject: notice.subject.id,
})

export interface ReportBody {
  outcome?: string
  reason?: string
  executedAt?: string
  amount?: string
  evidence?: Evidence[]
}

export type Outcome =
  /** `also`: the same report of another officer, made at the same time */
  | { kind: 'done'; notice: Notice; also: Step | undefined }
  /** somebody was faster: nothing was sent, or the notice says something else than was reported */
  | { kind: 'moved'; notice: Notice; last: Step | undefined }

/**
 * Reports of a notice, unless it is no longer what the officer saw: commands take no If-Match, so it is looked at again
 * just before, through the list, which names no person and is no look at anybody's identity.
 *
 * @param despite the state the officer has been told of and goes on in spite of
 */
export async function report(notice: Seen, command: Command, body: ReportBody, key: string, despite?: Notice): Promise<Outcome> {
  const now = await lookAgain(notice)
  if (now && differs(now, despite ?? notice)) return moved(now)
  const { data } = await post<Notice>(`${pathOf(notice.id)}/${command}`, body, { idempotencyKey: key })
  const state = LEADS_TO[command]
  if (data.agencyState !== state) return moved(data)
  const wasSo = (now ?? notice).agencyState === state
  return { kind: 'done', notice: data, also: wasSo ? undefined : sameByAnother(await steps(notice.id), state, user.value?.username) }
}

async function lookAgain(notice: Seen): Promise<Notice | undefined> {
  const { listing, measure, agency, subject } = notice
  const found = await get<Page<Notice>>(PATH, { listing, measure, agency, subject, size: 1 })
  return found.content[0]
}

export const differs = (
  one: Pick<Notice, 'legal' | 'agencyState' | 'owes'>,
  other: Pick<Notice, 'legal' | 'agencyState' | 'owes'>,
): boolean => one.legal !== other.legal || one.agencyState !== other.agencyState || one.owes !== other.owes

/** With the last step that moved it, which says who it was. */
const moved = async (notice: Notice): Promise<Outcome> => ({ kind: 'moved', notice, last: lastMove(await steps(notice.id)) })

/** Of the explanation, which names no person either; none where it cannot be had, for the report is made. */
const steps = async (id: string): Promise<readonly Step[]> =>
  (await get<Explanation>(`${pathOf(id)}/explanation`).catch(() => undefined))?.steps ?? []
