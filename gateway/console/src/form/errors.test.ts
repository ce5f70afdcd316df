import { afterEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { Problem } from '@/api/problem'
import { language } from '@/i18n/language'
import { sentence } from './errors'

afterEach(() => (language.value = 'zh-CN'))

test('a refusal is said in the language of the page, also after that was changed', async () => {
  language.value = 'zh-CN'
  const refused = new Problem(422, '填报内容有误', '请按下列各项更正后重新提交。')
  expect(sentence(refused)).toBe('请按下列各项更正后重新提交。')
  language.value = 'en'
  await nextTick()
  expect(sentence(refused)).toBe('Please correct what is marked.')
  language.value = 'zh-CN'
  await nextTick()
  expect(sentence(refused)).toBe('请按下列各项更正后重新提交。')
})
