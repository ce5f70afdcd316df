import { say, sayCode } from '@/i18n'
import { daysBetween, SOON, type Urgency } from '@/notice/due'
import type { AgainstKind, Case, Kind, Piece } from './types'

export const pathOf = (kind: Kind, id?: string): string =>
  `/api/objection/${kind}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`

export const isOver = (one: Pick<Case, 'state'>): boolean => one.state === 'DECIDED' || one.state === 'WITHDRAWN'

/** How near the last day of an open case is. */
export function urgencyOf(one: Pick<Case, 'state' | 'dueOn'>, today: string): Urgency {
  if (isOver(one)) return 'none'
  const days = daysBetween(today, one.dueOn)
  return days < 0 ? 'late' : days <= SOON ? 'soon' : 'calm'
}

/** What a case is about: the record, listing or notice, or nothing that is known. */
export function targetOf(one: Pick<Case, 'against' | 'record' | 'listing'>): { kind: AgainstKind; id: string | undefined } {
  if (one.record) return { kind: 'RECORD', id: one.record }
  if (one.listing) return { kind: 'LISTING', id: one.listing }
  return { kind: one.against?.kind ?? 'MISSING', id: one.against?.id ?? undefined }
}

/** The party's words and papers, whatever the kind calls them. */
export const wordsOf = (one: Pick<Case, 'statement' | 'grounds'>): string => one.statement ?? one.grounds ?? ''

/** A piece that was named and then handed in is one piece. */
export function papersOf(one: Pick<Case, 'evidence' | 'proofs'>): readonly Piece[] {
  const all = [...(one.evidence ?? []), ...(one.proofs ?? [])]
  const here = new Set(all.filter((piece) => piece.file).map((piece) => piece.sha256))
  return all.filter((piece) => piece.file || !piece.sha256 || !here.has(piece.sha256))
}

export const reasonsOf = (one: Case): string => one.decision?.reasons ?? one.reasons ?? ''
export const basisOf = (one: Case): string => one.decision?.basis ?? one.basis ?? ''
export const decidedAtOf = (one: Case): string | undefined => one.decision?.at ?? one.decision?.date ?? one.decidedAt ?? undefined
export const decidedByOf = (one: Case): string | undefined => one.decision?.by ?? one.decidedBy ?? undefined

export const outcomeText = (outcome: string | undefined | null): string => sayCode('remedy.outcomes', outcome)

export interface Officer {
  roles: readonly string[]
  dept?: string | undefined
}

export type Command = 'verification' | 'decision' | 'hold' | 'withdrawal'

/**
 * What an officer may do about a case (interfaces: who may do what). That it is another one than who verified, or had a
 * part in it, says the service, which knows them.
 */
export function mayDo(kind: Kind, one: Pick<Case, 'state' | 'department' | 'verification'>, who: Officer): Command[] {
  if (isOver(one)) return []
  const is = (role: string) => who.roles.includes(role)
  const isOwn = one.department !== undefined && one.department !== null && one.department === who.dept
  switch (kind) {
    case 'objections':
      return [
        ...(is('REPORTER') && isOwn && !one.verification ? (['verification'] as const) : []),
        ...(is('CREDIT_OFFICER') ? (['decision'] as const) : []),
        ...(is('SUBJECT') ? (['withdrawal'] as const) : []),
      ]
    case 'reviews':
      return is('REVIEWER') ? ['hold', 'decision'] : []
    case 'repairs':
    case 'exits':
      return is('APPROVER') && isOwn ? ['decision'] : []
  }
}

/** A day as it is, a moment as clocks show it. */
export const moment = (told: string | undefined, clock: (instant: string) => string): string =>
  told === undefined ? '' : told.length === 10 ? told : clock(told)

/** A step of a case in plain words, for whose case it is. */
export interface Step {
  title: string
  text: string
  at: string | undefined
  state: 'done' | 'now' | 'open'
}

/** How far a case is: what has been done, what is being done, what is to come. */
export function progressOf(kind: Kind, one: Case, when: (instant: string) => string): Step[] {
  const decided = one.state === 'DECIDED'
  const verified = one.verification ? one.verification.at : undefined
  const stopped = (one.holds ?? []).length > 0
  const confirmed = (one.holds ?? []).every((hold) => hold.state === 'CONFIRMED')
  const confirmedAt = (one.holds ?? []).map((hold) => hold.confirmedAt ?? '').sort().at(-1)
  const steps: Step[] = [
    { title: say('remedy.step.received'), text: say('remedy.step.receivedText', { number: one.number }), at: when(one.receivedAt), state: 'done' },
  ]
  if (stopped) {
    steps.push({
      title: say(confirmed ? 'remedy.step.stopped' : 'remedy.step.stopping'),
      text: say(confirmed ? 'remedy.step.stoppedText' : 'remedy.step.stoppingText'),
      at: confirmed && confirmedAt ? when(confirmedAt) : undefined,
      state: confirmed ? 'done' : 'now',
    })
  }
  if (one.state === 'WITHDRAWN') {
    steps.push({ title: say('remedy.step.withdrawn'), text: say('remedy.step.withdrawnText'), at: one.withdrawnAt ? when(one.withdrawnAt) : undefined, state: 'done' })
    return steps
  }
  if (kind === 'objections' && (one.department || verified)) {
    steps.push({
      title: say('remedy.step.verify'),
      text: say(verified ? 'remedy.step.verifiedText' : 'remedy.step.verifyText'),
      at: verified && when(verified),
      state: verified || decided ? 'done' : 'now',
    })
  }
  steps.push({
    title: decided ? say('remedy.step.decided', { outcome: outcomeText(one.outcome) }) : say('remedy.step.decide'),
    text: decided ? say(`remedy.result.${kind}.${one.outcome}`) : say('remedy.step.decideText', { due: one.dueOn }),
    at: decided ? moment(decidedAtOf(one), when) || undefined : undefined,
    state: decided ? 'done' : steps.some((step) => step.state === 'now') ? 'open' : 'now',
  })
  return steps
}
