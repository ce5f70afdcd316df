import { expect, test } from 'vitest'
import { shortcut } from './keys'

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more })

test('letters move, select and report', () => {
  expect(shortcut(press('j'), 'list')).toEqual({ do: 'next' })
  expect(shortcut(press('r'), 'list')).toEqual({ do: 'report', command: 'receipt' })
  expect(shortcut(press('3'), 'list')).toEqual({ do: 'segment', number: 3 })
})

test('whoever types, composes Chinese or uses the browser keys, is left alone', () => {
  expect(shortcut(press('r'), 'typing')).toBeUndefined()
  expect(shortcut(press('r', { isComposing: true }), 'list')).toBeUndefined()
  expect(shortcut(press('r', { ctrlKey: true }), 'list')).toBeUndefined()
})

test('Enter on a button or link is that button, the letters still count', () => {
  expect(shortcut(press('Enter'), 'control')).toBeUndefined()
  expect(shortcut(press('Enter'), 'list')).toEqual({ do: 'open' })
  expect(shortcut(press('x'), 'control')).toEqual({ do: 'select' })
})
