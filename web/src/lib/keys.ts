// Keys of the whole program. A key pressed in a field, or with Ctrl, Alt or Meta, belongs to the field or
// the browser.
export type Action = 'next' | 'previous' | 'open' | 'search' | 'help' | 'back'

const table: Record<string, Action> = { j: 'next', k: 'previous', o: 'open', '/': 'search', '?': 'help', Escape: 'back' }

export interface KeyPress { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean; isComposing?: boolean; target: unknown }

export function actionOf(press: KeyPress): Action | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return null
  if (press.key !== 'Escape' && takesText(press.target)) return null
  return table[press.key] ?? null
}

function takesText(target: unknown): boolean {
  const element = target as { tagName?: string; isContentEditable?: boolean } | null
  return /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? '') || element?.isContentEditable === true
}
