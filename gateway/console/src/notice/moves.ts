import type { AgencyState } from '@/supervision/types'
import type { Step } from './types'

const MOVES = new Set(['feedback-recorded', 'notice-issued', 'notice-suspended', 'notice-resumed', 'notice-lifted', 'notice-recalled'])

/** The last step that changed how the notice stands: a reminder or an escalation does not. */
export const lastMove = (steps: readonly Step[]): Step | undefined => steps.findLast((step) => MOVES.has(step.type))

/**
 * The same report of somebody else among the last of the reports: both were looking at the notice as it stood before.
 *
 * @param me user name of who has just reported it
 */
export function sameByAnother(steps: readonly Step[], state: AgencyState, me: string | undefined): Step | undefined {
  const reports = steps.filter((step) => step.type === 'feedback-recorded')
  const other = reports.findLastIndex((step) => step.data.report !== state)
  return reports.slice(other + 1).find((step) => step.by !== me)
}
