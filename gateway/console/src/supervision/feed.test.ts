import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useFeed } from './feed'

/** A service that says what it is told to, and remembers after which line it was asked to go on. */
const asked: (string | undefined)[] = []
let answers: (() => Response | Error)[] = []
let scope: EffectScope

const line = (id: string, count: number) => `event: line\nid: ${id}\ndata: {"type":"ISSUED","count":${count}}\n\n`
const saying = (...parts: string[]) => () => new Response(parts.join(''), { status: 200 })
/** Stays open until the reader leaves. */
const staying = (...parts: string[]) => () =>
  new Response(new ReadableStream({ start: (control) => parts.forEach((part) => control.enqueue(new TextEncoder().encode(part))) }))

beforeEach(() => {
  asked.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(headers['Last-Event-ID'])
    const answer = answers.shift()?.() ?? new Response(new ReadableStream())
    if (answer instanceof Error) throw answer
    return answer
  })
  scope = effectScope()
})

afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const follow = async (...wanted: (() => Response | Error)[]) => {
  answers = wanted
  const feed = scope.run(() => useFeed())!
  await vi.advanceTimersByTimeAsync(30_000)
  return feed
}

test('it begins some time back, so that a page is not empty', async () => {
  await follow(staying('retry: 1000\nid: 100.3\n\n'), staying())
  expect(asked.slice(0, 2)).toEqual([undefined, '80.0'])
})

test('after each break it goes on behind the last line it saw: none is lost, none comes twice', async () => {
  const feed = await follow(
    saying('id: 100.0\n\n'),
    saying('id: 80.0\n\n', line('98.0', 1), line('98.1', 2)),
    () => new Response('', { status: 503 }),
    () => new Error('connection lost'),
    saying('id: 98.1\n\n', line('98.1', 2), line('101.0', 3), 'event: line\nid: 102.0\nda'),
    staying('id: 101.0\n\n', line('102.0', 4)),
  )
  expect(asked.slice(0, 6)).toEqual([undefined, '80.0', '98.1', '98.1', '98.1', '101.0'])
  expect(feed.lines.value.map((each) => each.count)).toEqual([4, 3, 2, 1])
})

test('a position that the service no longer knows is given up', async () => {
  await follow(saying('id: 100.0\n\n'), () => new Response('', { status: 400 }), saying('id: 3.0\n\n'), staying())
  expect(asked.slice(0, 4)).toEqual([undefined, '80.0', undefined, '0.0'])
})
