import type { Fact } from '@/api/types'

// Families of fields that share a colour: when, who, where, which law, what was done, how much.
export type Family = 'date' | 'who' | 'where' | 'law' | 'act' | 'figure' | 'plain'

const families: Record<string, Family> = {
  event_date: 'date', dates: 'date', deadlines: 'date', terms: 'date', authorities: 'who', orgs: 'who', apps: 'who', regions: 'where',
  instruments: 'law', citations: 'law', references: 'law', standards: 'law', doc_numbers: 'law', cve: 'law', sanctions: 'act', kind: 'act', figures: 'figure', enumerations: 'figure',
}
export const familyOf = (field: string): Family => families[field] ?? 'plain'

const order = ['kind', 'event_date', 'authorities', 'regions', 'sanctions', 'citations', 'references', 'instruments', 'deadlines', 'dates', 'terms', 'apps', 'orgs', 'figures', 'enumerations', 'standards', 'doc_numbers', 'cve', 'sources', 'parts', 'path', 'title', 'number']

export interface Group { field: string; facts: { fact: Fact; index: number }[] }

// By field in the order of the panel; `index` is the place in the given list.
export function byField(facts: readonly Fact[]): Group[] {
  const groups = new Map<string, Group['facts']>()
  facts.forEach((fact, index) => groups.set(fact.field, [...(groups.get(fact.field) ?? []), { fact, index }]))
  const rank = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  return [...groups].map(([field, found]) => ({ field, facts: found })).sort((a, b) => rank(a.field) - rank(b.field))
}

// The next fact at a place that is clicked again: those that overlap are taken in turn.
export function inTurn(marks: readonly number[], chosen: number | null): number | null {
  const at = chosen === null ? -1 : marks.indexOf(chosen)
  return marks[(at + 1) % Math.max(marks.length, 1)] ?? null
}
