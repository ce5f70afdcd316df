import { watchEffect } from 'vue'
import { createI18n } from 'vue-i18n'
import { language } from './language'
import { messages } from './messages'

export const i18n = createI18n({
  legacy: false,
  locale: language.value,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': messages('zh-CN'), en: messages('en') } as Record<string, Record<string, string>>,
})

watchEffect(() => {
  i18n.global.locale.value = language.value
})

/** For use outside components. */
export const say = (key: string, values: Record<string, unknown> = {}): string => i18n.global.t(key, values)
/** The text of a code, or the code itself where there is none. */
export const sayCode = (group: string, code: string | undefined | null): string =>
  !code ? '' : i18n.global.te(`${group}.${code}`) ? i18n.global.t(`${group}.${code}`) : code
