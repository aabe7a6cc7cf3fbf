// The filters of the stream live in the address: what is seen can be bookmarked, sent and saved.
import type { FacetName } from '@/api/types'

export const filterNames = ['q', 'kind', 'region', 'authority', 'law', 'org', 'app', 'outlet', 'month', 'since', 'until', 'document', 'sort'] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = Partial<Record<FilterName, string>>

type RouteQuery = Record<string, string | null | (string | null)[] | undefined>

export function filtersFrom(query: RouteQuery): Filters {
  const filters: Filters = {}
  for (const name of filterNames) {
    const given = query[name]
    const value = (Array.isArray(given) ? given[0] : given)?.trim()
    if (value) filters[name] = value
  }
  if (filters.sort !== 'relevance') delete filters.sort
  return filters
}

export function queryOf(filters: Filters): Record<string, string> {
  const query: Record<string, string> = {}
  for (const name of filterNames) {
    const value = filters[name]
    if (value) query[name] = value
  }
  return query
}

export function withFilter(filters: Filters, name: FilterName, value: string | undefined): Filters {
  const changed = { ...filters }
  if (value) changed[name] = value
  else delete changed[name]
  return changed
}

// What the server is asked. It has no parameters of its own for outlet and month: the one is a word of the
// query language, the other a pair of dates.
export function parametersOf(filters: Filters): Record<string, string> {
  const { outlet, month, ...rest } = queryOf(filters)
  const parameters: Record<string, string> = rest
  if (outlet) parameters.q = [rest.q, `outlet:"${outlet.replaceAll('"', '')}"`].filter(Boolean).join(' ')
  if (month && /^\d{4}-\d{2}$/.test(month)) {
    parameters.since = `${month}-01`
    parameters.until = `${month}-${String(daysOf(month)).padStart(2, '0')}`
  }
  return parameters
}

function daysOf(month: string): number {
  const [year, index] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, index, 0)).getUTCDate()
}

// Chips to take away: every filter but the words and the order, which have places of their own.
export function chips(filters: Filters): { name: FilterName; value: string }[] {
  return filterNames.flatMap((name) => (name === 'q' || name === 'sort' || !filters[name] ? [] : [{ name, value: filters[name] as string }]))
}

export const facetFilter: Record<FacetName, FilterName> = { kind: 'kind', region: 'region', authority: 'authority', outlet: 'outlet', month: 'month' }
