// Makes ../target/openapi/<service>.d.ts from the checked-in OpenAPI of each service, where it is older.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const time = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)
mkdirSync(new URL('../../target/openapi/', import.meta.url), { recursive: true })
for (const service of ['collection', 'sanction', 'disclosure', 'objection']) {
  const source = new URL(`./${service}.json`, import.meta.url)
  const target = new URL(`../../target/openapi/${service}.d.ts`, import.meta.url)
  if (time(target) < time(source)) {
    writeFileSync(target, astToString(await openapiTS(source)))
  }
}
