import { ref, watchEffect } from 'vue'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const KEY = 'jc.language'

/** The language of the page, and of every answer (`Accept-Language`); kept in this browser. */
export const language = ref<Language>(chosen() ?? preferred())

watchEffect(() => {
  if (typeof document !== 'undefined') document.documentElement.lang = language.value
})

export function speak(wanted: Language) {
  language.value = wanted
  localStorage.setItem(KEY, wanted)
}

function chosen(): Language | undefined {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY)
  return languages.find((known) => known === kept)
}

/** What the browser likes best of Chinese and English, Chinese if neither: the rule of the services. */
function preferred(): Language {
  for (const wish of typeof navigator === 'undefined' ? [] : navigator.languages) {
    if (wish.startsWith('zh')) return 'zh-CN'
    if (wish.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
