import type { JointAction, Notice } from './types'

type Planned = JointAction['plan'][number]

/** The same measure for the same subject at the other agencies; the notice itself where the caller may see it. */
export function twinsOf(action: JointAction, notice: Notice): { planned: Planned; notice: Notice | undefined }[] {
  const visible = new Map(action.notices.map((each) => [each.id, each]))
  return action.plan
    .filter((each) => each.measure === notice.measure && each.subject === notice.subject.id && each.notice !== notice.id)
    .map((planned) => ({ planned, notice: visible.get(planned.notice) }))
}

/** How many notices each agency has of the action, the most first. */
export function byAgency(action: JointAction): { agency: string; count: number; visible: boolean }[] {
  const counts = new Map<string, number>()
  for (const { agency } of action.plan) counts.set(agency, (counts.get(agency) ?? 0) + 1)
  const visible = new Set(action.notices.map(({ agency }) => agency))
  return [...counts]
    .map(([agency, count]) => ({ agency, count, visible: visible.has(agency) }))
    .sort((one, other) => other.count - one.count || one.agency.localeCompare(other.agency))
}
