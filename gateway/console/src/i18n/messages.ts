import type { Language } from './language'

export type Texts = { [key: string]: string | Texts }

const files = import.meta.glob<Texts>(['../**/zh-CN.ts', '../**/en.ts'], { eager: true, import: 'default' })

/**
 * All texts of a language. Those of `i18n/` stand at the root, those of a feature folder under its name:
 * `src/listing/zh-CN.ts` gives `listing.…`.
 */
export function messages(language: Language): Texts {
  const all: Texts = {}
  for (const [path, texts] of Object.entries(files)) {
    const [folder, file] = path.split('/').slice(-2)
    if (file !== `${language}.ts`) continue
    if (path === `./${file}`) Object.assign(all, texts)
    else all[folder as string] = texts
  }
  return all
}
