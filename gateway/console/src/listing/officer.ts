import { say } from '@/i18n'
import { departmentShort } from '@/law/departments'

/** Who acted for the listing's department: a person's name as it is, a user name with the department beside it. */
export function officer(name: string | undefined | null, department: string): string {
  if (!name) return '—'
  if (name.startsWith('svc-') || name.endsWith('-service')) return say('notice.byPlatform')
  const of = departmentShort(department)
  if (name === `sys-${department}`) return say('notice.bySystem', { department: of })
  return /^[\w.@-]+$/.test(name) ? say('listing.officerOf', { name, department: of }) : name
}
