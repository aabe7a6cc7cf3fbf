// Rows of the stream by day, with reports of the same headline under one.
import type { ItemRow } from '@/api/types'

export interface Report { first: ItemRow; same: ItemRow[] }
export interface Day { date: string | null; reports: Report[] }

// A headline without its blanks, punctuation and the page number that a contents list left behind.
export function headline(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, '').replace(/(?<=\p{Script=Han})\d{1,3}$/u, '')
}

export function byDay(rows: readonly ItemRow[]): Day[] {
  const days: Day[] = []
  for (const row of rows) {
    const date = row.event_date?.value ?? null
    let day = days.find((known) => known.date === date)
    if (!day) days.push((day = { date, reports: [] }))
    const key = headline(row.title)
    const known = key ? day.reports.find((report) => headline(report.first.title) === key && report.first.kind === row.kind) : undefined
    if (known) known.same.push(row)
    else day.reports.push({ first: row, same: [] })
  }
  return days
}

// In the order of relevance days would tear the best hits apart.
export function asRanked(rows: readonly ItemRow[]): Day[] {
  return rows.length ? [{ date: null, reports: rows.map((first) => ({ first, same: [] })) }] : []
}
