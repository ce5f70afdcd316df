import { say, sayCode } from '@/i18n'
import { listTypes, measures } from '@/law/books'
import { departmentShort } from '@/law/departments'
import type { Line } from './types'

export interface LineText {
  who: string
  what: string
  about: string
}

/** A line of the feed in words: who, did what, about which measure and list. */
export function lineText(line: Line): LineText {
  const agencies = Object.keys(line.agencies ?? {})
  const who =
    line.agency || agencies.length === 1
      ? departmentShort(line.agency ?? agencies[0])
      : say('supervision.feed.agencies', { count: agencies.length })
  const what = say(`supervision.feed.${line.type}`, {
    count: line.count,
    legal: sayCode('legal', line.legal),
    state: sayCode('agencyState', line.agencyState),
  })
  const about = [line.measure && measures.name(line.measure), listTypes.name(line.listType)].filter(Boolean).join(' · ')
  return { who, what, about }
}

/** For a colour and a sign beside the line. */
export function mood(line: Line): 'new' | 'good' | 'bad' | 'plain' {
  if (line.type === 'ISSUED') return 'new'
  if (line.type === 'OVERDUE' || (line.type === 'REPORTED' && line.agencyState === 'DECLINED')) return 'bad'
  return line.type === 'REPORTED' ? 'good' : 'plain'
}
