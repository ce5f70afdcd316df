import { nextTick } from 'vue'
import { expect, test } from 'vitest'
import { language } from '@/i18n/language'
import { basisText } from './basis'

test('articles are named, other bases stand as they are', async () => {
  language.value = 'en'
  await nextTick()
  expect(basisText('P5.3; A7(5)')).toBe('plan of the notice, 5.3; measures of the notice, article 7(5)')
  expect(basisText('《行政处罚法》第十三条')).toBe('《行政处罚法》第十三条')
})
