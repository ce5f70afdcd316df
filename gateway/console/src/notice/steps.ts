import { say, sayCode } from '@/i18n'
import { departmentShort, departments } from '@/law/departments'
import type { Step } from './types'

const KNOWN = new Set([
  'notice-issued', 'notice-suspended', 'notice-resumed', 'notice-lifted', 'notice-recalled', 'notice-updated',
  'notice-reminded', 'notice-overdue', 'held-back', 'never-sent', 'calendar-changed',
])

/** What happened, in a word or two. */
export function stepTitle(step: Step): string {
  if (step.type === 'feedback-recorded') return sayCode('agencyState', step.data.report)
  return KNOWN.has(step.type) ? say(`notice.step.${step.type}`) : step.type
}

/** Who did it: the officer whom the report names, else the department, its own system, or one of our services. */
export function stepAuthor(step: Step): string {
  const by = step.said?.by || step.by
  if (by.endsWith('-service')) return say('notice.byPlatform')
  const code = by.replace(/^sys-/, '')
  if (!departments.some((department) => department.code === code)) return by
  return code === by ? departmentShort(code) : say('notice.bySystem', { department: departmentShort(code) })
}

/** Of a flag, a declining or a lateness. */
export function stepMood(step: Step): 'success' | 'danger' | 'warning' | 'primary' {
  if (step.type === 'notice-overdue' || (step.data.flags?.length ?? 0) > 0) return 'danger'
  if (step.type === 'notice-reminded' || step.type === 'notice-suspended' || step.data.report === 'DECLINED') return 'warning'
  return step.type === 'feedback-recorded' ? 'success' : 'primary'
}

/** `张三 10:21 已执行`: for whoever comes second. */
export const stepSentence = (step: Step, time: string): string =>
  say('notice.moved.by', { who: stepAuthor(step), at: time, what: stepTitle(step) })
