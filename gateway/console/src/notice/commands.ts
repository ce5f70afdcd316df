import type { AgencyState, Owes } from '@/supervision/types'
import type { Notice } from './types'

export const commands = ['receipt', 'execution', 'refusal', 'pause', 'release', 'undoing'] as const
export type Command = (typeof commands)[number]

const ANSWERS: Record<Owes, Command | undefined> = {
  NONE: undefined,
  RECEIPT: 'receipt',
  EXECUTION: 'execution',
  PAUSE: 'pause',
  RELEASE: 'release',
  UNDOING: 'undoing',
}

/** What the agency's state is once the command has been taken. */
export const LEADS_TO: Record<Command, AgencyState> = {
  receipt: 'RECEIVED',
  execution: 'EXECUTED',
  refusal: 'DECLINED',
  pause: 'PAUSED',
  release: 'RELEASED',
  undoing: 'UNDONE',
}

type Standing = Pick<Notice, 'legal' | 'agencyState' | 'owes' | 'force' | 'issuedAt'>

/** The command that answers what the notice asks for. */
export const owed = (notice: Pick<Notice, 'owes'>): Command | undefined => ANSWERS[notice.owes]

/** What makes sense to report of it; what is owed comes first. The service takes any report as the fact it is. */
export function offered(notice: Standing): Command[] {
  if (!notice.issuedAt) return []
  const first = owed(notice)
  return [...(first ? [first] : []), ...commands.filter((command) => command !== first && fits(command, notice))]
}

function fits(command: Command, { legal, agencyState, force }: Standing): boolean {
  const inForce = legal === 'IN_FORCE'
  switch (command) {
    case 'receipt':
      return agencyState === 'NONE' && (inForce || legal === 'SUSPENDED')
    case 'execution':
      return inForce && agencyState !== 'EXECUTED'
    case 'refusal':
      return inForce && force === 'RECOMMENDED' && (agencyState === 'NONE' || agencyState === 'RECEIVED')
    case 'pause':
      return agencyState === 'EXECUTED' && (inForce || legal === 'SUSPENDED')
    case 'release':
      return agencyState === 'EXECUTED' || agencyState === 'PAUSED'
    case 'undoing':
      return legal === 'RECALLED' && (agencyState === 'EXECUTED' || agencyState === 'PAUSED')
  }
}
