import { computed, reactive, ref, shallowRef } from 'vue'
import { Problem } from '@/api/problem'
import { useDraft } from '@/form/draft'
import { trim } from '@/form/text'
import { inTurns } from './batch'
import type { Command } from './commands'
import { report, seen, type ReportBody, type Seen } from './report'
import type { Evidence, Notice, Step } from './types'

const AT_ONCE = 4

/** One notice's part in what is being reported. */
export interface Row {
  seen: Seen
  state: 'waiting' | 'sending' | 'done' | 'moved' | 'failed'
  notice?: Notice
  /** of another officer, who was faster or did the same at the same time */
  last?: Step | undefined
  problem?: Problem
}

interface Draft {
  command: Command | ''
  notices: Seen[]
  reason: string
  outcome: string
  executedAt: string
  amount: string
  evidence: Evidence[]
}

const empty = (): Draft => ({ command: '', notices: [], reason: '', outcome: '', executedAt: '', amount: '', evidence: [] })

/**
 * Reporting of one notice or of many: what is typed is a draft that outlives the session, what is sent goes out a few
 * at a time, and each notice tells what became of it.
 */
export function useReporting(name: string, changed: () => void) {
  const { form, clear } = useDraft<Draft>(`report.${name}`, empty)
  const rows = ref<Row[]>([])
  const command = ref<Command>('receipt')
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  const keys = new Map<string, string>()
  let latest: ReportBody = {}

  /** A receipt says nothing more and goes out at once; the others are written first. */
  function begin(wanted: Command, notices: readonly Notice[]) {
    if (busy.value || notices.length === 0) return
    problem.value = undefined
    if (wanted === 'receipt') {
      void sendAll(wanted, notices.map(seen), {})
      return
    }
    rows.value = []
    Object.assign(form, { command: wanted, notices: notices.map(seen) })
  }

  /** Sends what is in the form. One notice's form stays until that is done; of many, each tells its outcome. */
  async function send() {
    if (busy.value || form.command === '') return
    const one = form.notices.length === 1 ? rows.value[0] : undefined
    await sendAll(form.command, form.notices, body(form), one?.state === 'moved' ? one.notice : undefined)
    const failed = rows.value.filter((row) => row.state === 'failed')
    if (form.notices.length === 1) {
      if (rows.value[0]?.state === 'done') clear()
    } else if (problem.value?.status === 401) {
      rows.value = failed // the others are through; these wait for the new session
      form.notices = failed.map((row) => row.seen)
    } else {
      clear()
    }
  }

  async function sendAll(wanted: Command, notices: readonly Seen[], said: ReportBody, despite?: Notice) {
    busy.value = true
    problem.value = undefined
    command.value = wanted
    rows.value = notices.map((each) => reactive<Row>({ seen: each, state: 'waiting' }))
    latest = said
    await inTurns(rows.value, AT_ONCE, (row) => sendOne(row, said, despite))
    busy.value = false
    changed()
  }

  async function sendOne(row: Row, said: ReportBody, despite?: Notice) {
    row.state = 'sending'
    const what = JSON.stringify([command.value, row.seen.id, said])
    try {
      const outcome = await report(row.seen, command.value, said, keyOf(what), despite)
      keys.delete(what)
      row.notice = outcome.notice
      row.state = outcome.kind
      row.last = outcome.kind === 'moved' ? outcome.last : outcome.also
    } catch (failure) {
      row.state = 'failed'
      if (!(failure instanceof Problem)) throw failure
      row.problem = failure
      problem.value = failure
    }
  }

  /** The failed ones once more, with the keys they had: what did arrive is not reported twice. */
  async function again() {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    await inTurns(rows.value.filter((row) => row.state === 'failed'), AT_ONCE, (row) => sendOne(row, latest))
    busy.value = false
    changed()
  }

  /** The same until it is answered: a report that got through before the connection broke is not made twice. */
  function keyOf(what: string): string {
    const key = keys.get(what) ?? crypto.randomUUID()
    keys.set(what, key)
    return key
  }

  return {
    form,
    rows,
    /** of the rows */
    command,
    busy,
    problem,
    isOpen: computed(() => form.command !== ''),
    begin,
    send,
    again,
    cancel() {
      clear()
      rows.value = []
      problem.value = undefined
    },
    dismiss() {
      rows.value = []
    },
  }
}

export type Reporting = ReturnType<typeof useReporting>

function body(draft: Draft): ReportBody {
  return {
    ...(trim(draft.outcome) && { outcome: trim(draft.outcome) }),
    ...(trim(draft.reason) && { reason: trim(draft.reason) }),
    ...(draft.executedAt && { executedAt: draft.executedAt }),
    ...(trim(draft.amount) && { amount: trim(draft.amount) }),
    ...(draft.evidence.length > 0 && { evidence: draft.evidence }),
  }
}
