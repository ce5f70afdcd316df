import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { Plugin } from 'vite'

const file = fileURLToPath(new URL('../../infra/platform/src/main/resources/law/departments.yaml', import.meta.url))
const name = 'virtual:departments'

/** The list of departments that the services have, compiled in: one list for all. */
export function departments(): Plugin {
  return {
    name: 'departments',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined
      this.addWatchFile(file)
      return `export default ${JSON.stringify(parse(readFileSync(file, 'utf8')).departments)}`
    },
  }
}
