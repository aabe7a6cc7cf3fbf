import { describe, expect, it } from 'vitest'
import type { ItemRow } from '@/api/types'
import { byDay, headline } from './stream'

const row = (id: number, title: string, date: string | null, kind = 'enforcement'): ItemRow => ({
  id, title, kind, document: '', file: '', n: 1, event_date: date ? { value: date, role: 'on' } : null, path: [], regions: [], authorities: [], sources: [], snippet: [],
})

describe('the stream', () => {
  it('takes headlines for the same that differ in width, punctuation or a trailing page number', () => {
    expect(headline('贵州 5 家示例酒店，被处罚')).toBe(headline('贵州５家示例酒店被处罚 2'))
    expect(headline('第3批')).not.toBe(headline('第5批'))
  })
  it('keeps the order of the days and puts the same report under the first', () => {
    const days = byDay([row(1, '甲', '2025-03-06'), row(2, '乙', '2025-03-06'), row(3, '甲。', '2025-03-06'), row(4, '甲', '2025-03-05'), row(5, '', null), row(6, '', null)])
    expect(days.map((day) => day.date)).toEqual(['2025-03-06', '2025-03-05', null])
    expect(days[0]?.reports.map((report) => [report.first.id, report.same.map((same) => same.id)])).toEqual([[1, [3]], [2, []]])
    expect(days[2]?.reports).toHaveLength(2)
  })
  it('keeps reports of another kind apart', () => {
    expect(byDay([row(1, '甲', null), row(2, '甲', null, 'judgment')])[0]?.reports).toHaveLength(2)
  })
})
