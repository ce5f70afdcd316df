import { onMounted, onUnmounted } from 'vue'
import type { Command } from '@/notice/commands'

export type Shortcut =
  | { do: 'next' | 'previous' | 'first' | 'last' | 'select' | 'all' | 'open' | 'clear' | 'refresh' | 'help' }
  | { do: 'report'; command: Command }
  | { do: 'segment'; number: number }

const PLAIN: Record<string, Shortcut> = {
  j: { do: 'next' },
  ArrowDown: { do: 'next' },
  k: { do: 'previous' },
  ArrowUp: { do: 'previous' },
  Home: { do: 'first' },
  End: { do: 'last' },
  x: { do: 'select' },
  a: { do: 'all' },
  Enter: { do: 'open' },
  Escape: { do: 'clear' },
  g: { do: 'refresh' },
  '?': { do: 'help' },
  r: { do: 'report', command: 'receipt' },
  e: { do: 'report', command: 'execution' },
  d: { do: 'report', command: 'refusal' },
  p: { do: 'report', command: 'pause' },
  l: { do: 'report', command: 'release' },
  u: { do: 'report', command: 'undoing' },
}

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  isComposing: boolean
}

/** @param place where the focus is: who types, chooses from a menu or stands before a dialog wants no shortcut */
export function shortcut(pressed: Pressed, place: 'list' | 'control' | 'typing'): Shortcut | undefined {
  if (place === 'typing' || pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return undefined
  if (place === 'control' && (pressed.key === 'Enter' || pressed.key.startsWith('Arrow'))) return undefined
  if (/^[1-9]$/.test(pressed.key)) return { do: 'segment', number: Number(pressed.key) }
  return PLAIN[pressed.key]
}

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="menu"], [role="dialog"], .el-popper'
const CONTROL = 'button, a, [role="tab"], input, [tabindex="0"]:not([data-row])'

function placeOf(target: EventTarget | null): 'list' | 'control' | 'typing' {
  if (document.querySelector('.el-overlay:not([style*="display: none"]) [role="dialog"]')) return 'typing'
  if (!(target instanceof Element)) return 'list'
  if (target.closest(TYPING)) return 'typing'
  return target.closest(CONTROL) ? 'control' : 'list'
}

/** Shortcuts of the page, as long as it is there. */
export function useShortcuts(act: (shortcut: Shortcut) => void) {
  function listen(event: KeyboardEvent) {
    const found = shortcut(event, placeOf(event.target))
    if (!found) return
    event.preventDefault()
    act(found)
  }
  onMounted(() => document.addEventListener('keydown', listen))
  onUnmounted(() => document.removeEventListener('keydown', listen))
}
