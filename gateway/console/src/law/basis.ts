import { say } from '@/i18n'

/** Articles of the district's notice as people name them: `A7(5)` is article 7, item 5 of its annex on information. */
export const basisText = (basis: string): string =>
  basis
    .split(/;\s*/)
    .map(article)
    .join(say('law.and'))

function article(basis: string): string {
  const item = /^A(\d+)(?:\((\d+)\))?$/.exec(basis)
  if (item) return item[2] ? say('law.item', { article: item[1], item: item[2] }) : say('law.article', { article: item[1] })
  const part = /^P([\d.]+)$/.exec(basis)
  return part ? say('law.part', { part: part[1] }) : basis
}
