/** Text as people, spreadsheets and web pages send it: the rules of the services (contract's IdentityText). */

const INVISIBLE = /[\p{Cf}\p{Z}\p{Cc}]/u
const ENDS = /^[\p{Cf}\p{Z}\p{Cc}]+|[\p{Cf}\p{Z}\p{Cc}]+$/gu

/** Without what cannot be seen at both ends; for every value, names and prose included. */
export const trim = (text: string): string => text.replace(ENDS, '')

/** Length as limits count it: code points, so that 𠮷 is one. */
export const length = (text: string): number => [...text].length

export type Code = { text: string; hidden?: undefined } | { text?: undefined; hidden: string }

/**
 * A code, number, date or kind: trimmed, freed of a spreadsheet's guard, full-width signs as their half-width twins,
 * Latin letters raised. A character inside that cannot be seen is named, for the user cannot see it.
 */
export function code(text: string): Code {
  const plain = trim(withoutGuard(trim(halfWidth(text))))
  const hidden = [...plain].find((character) => INVISIBLE.test(character))
  return hidden === undefined ? { text: raise(plain) } : { hidden: nameOf(hidden) }
}

/** Names, facts and titles keep their signs as registered; this is for codes and numbers only. */
function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

function withoutGuard(text: string): string {
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2) return text.slice(2, -1)
  return text.startsWith("'") ? text.slice(1) : text
}

/** Latin letters only: `toUpperCase` would make letters of a code out of ſ and ı. */
const raise = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
