import { expect, test } from 'vitest'
import { messages, type Texts } from './messages'

function keys(texts: Texts, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [`${path}${key}`] : keys(text, `${path}${key}.`),
  )
}

function texts(of: Texts): [string, string][] {
  return keys(of).map((path) => [
    path,
    path.split('.').reduce<string | Texts>((at, key) => (at as Texts)[key] as string | Texts, of) as string,
  ])
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort()

test('every key is there in both languages', () => {
  expect(keys(messages('en')).sort()).toEqual(keys(messages('zh-CN')).sort())
  expect(keys(messages('en')).length).toBeGreaterThan(100)
})

test('both texts of a key say the same values', () => {
  const english = new Map(texts(messages('en')))
  for (const [key, chinese] of texts(messages('zh-CN'))) {
    expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(chinese))
  }
})

test('no text is empty, and no English one holds Chinese characters', () => {
  for (const [key, text] of [...texts(messages('zh-CN')), ...texts(messages('en'))]) expect(text, key).not.toBe('')
  for (const [key, text] of texts(messages('en'))) {
    if (key !== 'language.zh-CN') expect(text, key).not.toMatch(/\p{Script=Han}/u)
  }
})
