import { sayCode } from '@/i18n'
import zhCN from '@/i18n/zh-CN'

export const documentKinds = Object.keys(zhCN.documentKind)

/** Answers name the kind by its Chinese label. */
export function documentKindName(labelOrCode: string | undefined): string {
  const code = documentKinds.find((kind) => zhCN.documentKind[kind as keyof typeof zhCN.documentKind] === labelOrCode)
  return sayCode('documentKind', code ?? labelOrCode)
}
