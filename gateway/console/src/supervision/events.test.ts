import { expect, test } from 'vitest'
import { before, eventReader, isAfter, type ServerEvent } from './events'

const TEXT =
  'retry: 1000\nid: 7.0\n\nevent: line\nid: 7.1\ndata: {"a":\ndata: 1}\n\n:\nid: 8.0\n\nevent: figures\r\ndata: {}\r\n\r\n'

test('events come out the same wherever the stream is cut', () => {
  const whole: ServerEvent[] = []
  eventReader((event) => whole.push(event))(TEXT)
  expect(whole).toEqual([
    { event: 'message', id: '7.0', data: '' },
    { event: 'line', id: '7.1', data: '{"a":\n1}' },
    { event: 'message', id: '8.0', data: '' },
    { event: 'figures', id: '', data: '{}' },
  ])
  for (let cut = 1; cut < TEXT.length; cut++) {
    const parts: ServerEvent[] = []
    const read = eventReader((event) => parts.push(event))
    read(TEXT.slice(0, cut))
    read(TEXT.slice(cut))
    expect(parts, `cut at ${cut}`).toEqual(whole)
  }
})

test('a line that was seen is not after what was seen', () => {
  expect(isAfter('7.1', undefined)).toBe(true)
  expect(isAfter('7.1', '7.1')).toBe(false)
  expect(isAfter('7.0', '7.1')).toBe(false)
  expect(isAfter('10.0', '9.12')).toBe(true)
  expect(isAfter('7.10', '7.9')).toBe(true)
})

test('the feed begins some folds back, at the earliest with the first', () => {
  expect(before('120.4', 40)).toBe('80.0')
  expect(before('3.1', 40)).toBe('0.0')
})
