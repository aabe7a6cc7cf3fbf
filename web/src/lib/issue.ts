// Where items of an issue stand, and where a move takes them.
import type { Issue, IssueEntry, IssueMasthead, IssuePart } from '@/api/types'

export interface Place { id: string; label: string; items: IssueEntry[] }
export interface Seat { place: string; at: number } // at: from 0

// 12 → 十二; from a hundred on as it is.
function chineseNumeral(n: number): string {
  const digits = '零一二三四五六七八九'
  if (n >= 100) return String(n)
  const tens = n < 10 ? '' : `${n < 20 ? '' : digits.charAt(Math.floor(n / 10))}十`
  return tens + (n % 10 > 0 || n === 0 ? digits.charAt(n % 10) : '')
}

export function countOf(part: IssuePart): number {
  return part.items.length + part.sections.reduce((sum, one) => sum + one.items.length, 0)
}

// A part's label and title as they will be printed: {count} is the number of its items.
export function nameOf(part: Pick<IssuePart, 'label' | 'title'>, count: number): string {
  const title = part.title.replace('{count}', chineseNumeral(count))
  return part.label ? `${part.label}：${title}` : title
}

// Every list that an item can stand in, in reading order.
export function places(issue: Issue): Place[] {
  return issue.parts.flatMap((part) => {
    const label = nameOf(part, countOf(part))
    return [{ id: part.id, label, items: part.items }, ...part.sections.map((one) => ({ id: `${part.id}/${one.id}`, label: one.title, items: one.items }))]
  })
}

export function seatOf(issue: Issue, id: string): Seat | null {
  for (const place of places(issue)) {
    const at = place.items.findIndex((one) => one.id === id)
    if (at >= 0) return { place: place.id, at }
  }
  return null
}

export function order(issue: Issue): string[] {
  return places(issue).flatMap((place) => place.items.map((one) => one.id))
}

// One step up or down: within the list, then to the end or the beginning of the next one.
export function step(issue: Issue, id: string, by: 1 | -1): Seat | null {
  const all = places(issue)
  const seat = seatOf(issue, id)
  if (!seat) return null
  const list = all.findIndex((place) => place.id === seat.place)
  const at = seat.at + by
  if (at >= 0 && at < (all[list]?.items.length ?? 0)) return { place: seat.place, at }
  const next = all[list + by]
  return next ? { place: next.id, at: by > 0 ? 0 : next.items.length } : null
}

// The number of the paragraph that a place in the text lies in, from 1.
// A table, neighbouring rows | a | b |, is one paragraph.
export function paragraphAt(text: string, place: number): number {
  const lines = text.slice(0, place).split('\n')
  const isRow = (index: number): boolean => (lines[index] ?? '').trim().startsWith('|')
  return lines.filter((line, index) => (line.trim() || index === lines.length - 1) && !(isRow(index) && isRow(index - 1))).length
}

export function sourcesOf(text: string): string[] {
  return text.split(/[、,，]/).map((one) => one.trim()).filter(Boolean)
}

// 主办单位：示例协会, a line each, and back.
export function bodiesText(bodies: IssueMasthead['bodies']): string {
  return bodies.map((one) => `${one.role}：${one.name}`).join('\n')
}
export function bodiesOf(text: string): IssueMasthead['bodies'] {
  return lines(text).map(labelled).map(({ role, rest }) => ({ role, name: rest }))
}

// 总编辑：王某 示例协会会长, a line each, and back.
export function peopleText(people: IssueMasthead['people']): string {
  return people.map((one) => `${one.role ? `${one.role}：` : ''}${one.name}${one.office ? ` ${one.office}` : ''}`).join('\n')
}
export function peopleOf(text: string): IssueMasthead['people'] {
  return lines(text).map(labelled).map(({ role, rest }) => {
    const [name = '', ...office] = rest.split(/\s+/)
    return { role, name, office: office.join(' ') }
  })
}

// A sentence that stays as it was stays its item's; any other is the editor's own.
export function leadOf(text: string, before: IssuePart['lead']): IssuePart['lead'] {
  return lines(text).map((line) => before.find((one) => one.text === line) ?? { item: '', text: line, by: '' })
}

function lines(text: string): string[] {
  return text.split('\n').map((one) => one.trim()).filter(Boolean)
}
function labelled(line: string): { role: string; rest: string } {
  const [, role = '', rest = ''] = /^(?:([^：:]*)[：:])?\s*(.*)$/.exec(line) ?? []
  return { role: role.trim(), rest: rest.trim() }
}
