import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { outage, recoveries } from '@/api/outage'
import { sessionHasEnded } from '@/api/session'
import { before, eventReader, isAfter, type ServerEvent } from './events'
import type { FiguresNow, Line } from './types'

const PATH = '/api/sanction/supervision/stream'
const MOST_LINES = 60
const FOLDS_BACK = 20
const SHORTEST_PAUSE = 1000
const LONGEST_PAUSE = 15_000
/** The service gives a sign of life every two seconds. */
const SILENCE = 12_000

export type FeedState = 'opening' | 'live' | 'waiting'
export type SeenLine = Line & { id: string }

/**
 * What happens, as it happens: the newest line first. The stream is read with `fetch`, as an EventSource gives up at
 * the first refusal and cannot be told where to go on: this one goes on after the last line it has seen, whatever
 * came between.
 */
export function useFeed() {
  const lines = shallowRef<readonly SeenLine[]>([])
  const figures = shallowRef<FiguresNow>()
  const state = ref<FeedState>('opening')
  const gone = new AbortController()
  let last: string | undefined
  let pause = SHORTEST_PAUSE
  let wake = () => {}

  function take({ event, id, data }: ServerEvent) {
    if (event === 'figures') figures.value = JSON.parse(data)
    if (event === 'line' && isAfter(id, last)) {
      lines.value = [{ ...JSON.parse(data), id }, ...lines.value].slice(0, MOST_LINES)
    }
    if (id !== '' && isAfter(id, last)) last = id
  }

  /** @returns where the stream stands, told first, if that is all one wanted to know */
  async function read(onlyPosition: boolean): Promise<string | undefined> {
    const silent = new AbortController()
    let timer = setTimeout(() => silent.abort(), SILENCE)
    try {
      const answer = await fetch(PATH, {
        headers: { Accept: 'text/event-stream', ...(last !== undefined && { 'Last-Event-ID': last }) },
        cache: 'no-store',
        credentials: 'same-origin',
        signal: AbortSignal.any([gone.signal, silent.signal]),
      })
      if (answer.status === 401) sessionHasEnded()
      if (answer.status === 400) last = undefined // a position of before a reset
      if (!answer.ok || !answer.body) throw new Error(String(answer.status))
      let first: string | undefined
      const push = eventReader((event) => {
        if (onlyPosition) first ??= event.id || undefined
        else take(event)
      })
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(timer)
        timer = setTimeout(() => silent.abort(), SILENCE)
        push(part.value)
        if (first !== undefined) {
          silent.abort()
          return first
        }
        if (!onlyPosition) {
          state.value = 'live'
          pause = SHORTEST_PAUSE
        }
      }
      return first
    } finally {
      clearTimeout(timer)
    }
  }

  async function follow() {
    while (!gone.signal.aborted) {
      try {
        if (last === undefined) {
          const here = await read(true)
          if (here !== undefined) last = before(here, FOLDS_BACK)
        }
        await read(false)
      } catch (failure) {
        if (gone.signal.aborted) return
        if (failure instanceof TypeError) outage.begins()
        state.value = 'waiting'
      }
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, pause)
      })
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
  }

  watch(recoveries, () => wake())
  onScopeDispose(() => {
    gone.abort()
    wake()
  })
  void follow()
  return { lines, figures, state }
}
