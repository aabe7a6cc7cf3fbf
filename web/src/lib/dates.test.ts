import { describe, expect, it } from 'vitest'
import { isDate, shiftMonth, showDate, showDay, weeksOf } from './dates'

describe('dates', () => {
  it('are shown as precisely as they were written', () => {
    expect(['2024', '2024-05', '2024-05-01', '2024-H1', '2024-Q3'].map(showDate)).toEqual(['2024年', '2024年5月', '2024年5月1日', '2024年上半年', '2024年第3季度'])
    expect(showDay('2025-03-06')).toBe('2025年3月6日 星期四')
    expect(showDay('2025-03')).toBe('2025年3月')
  })
  it('are told from numbers', () => {
    expect(['2024-05', '2024-H1', '2024', '3000', '2024-5'].map(isDate)).toEqual([true, true, false, false, false])
  })
  it('fill whole weeks from Monday', () => {
    const weeks = weeksOf('2025-02')
    expect(weeks).toHaveLength(5)
    expect(weeks[0]?.[0]).toBe('2025-01-27')
    expect(weeks.at(-1)?.at(-1)).toBe('2025-03-02')
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeksOf('2025-09')).toHaveLength(5)
    expect(weeksOf('2026-08')).toHaveLength(6)
  })
  it('step over the year', () => {
    expect([shiftMonth('2025-01', -1), shiftMonth('2025-12', 1)]).toEqual(['2024-12', '2026-01'])
  })
})
