import { describe, expect, it } from 'vitest'
import type { Issue, IssueEntry } from '@/api/types'
import { order, paragraphAt, seatOf, sourcesOf, step } from './issue'

const entry = (id: string): IssueEntry => ({ id, title: id, kind: 'other', event_date: '', sources: [], state: 'draft' })
const issue = {
  parts: [
    { id: 'a', label: '', title: '甲', lead: [], keywords: [], items: [entry('1'), entry('2')], sections: [{ id: 's', title: '节', items: [entry('3')] }] },
    { id: 'b', label: '', title: '乙', lead: [], keywords: [], items: [], sections: [] },
  ],
} as unknown as Issue

describe('an issue', () => {
  it('is read part by part', () => expect(order(issue)).toEqual(['1', '2', '3']))
  it('knows where an item stands', () => {
    expect(seatOf(issue, '3')).toEqual({ place: 'a/s', at: 0 })
    expect(seatOf(issue, '9')).toBeNull()
  })
  it('moves an item within its list and on to the next', () => {
    expect(step(issue, '1', 1)).toEqual({ place: 'a', at: 1 })
    expect(step(issue, '2', 1)).toEqual({ place: 'a/s', at: 0 })
    expect(step(issue, '3', -1)).toEqual({ place: 'a', at: 2 })
    expect(step(issue, '3', 1)).toEqual({ place: 'b', at: 0 })
    expect(step(issue, '1', -1)).toBeNull()
  })
  it('numbers paragraphs without blank lines', () => {
    expect(paragraphAt('一\n二\n三', 0)).toBe(1)
    expect(paragraphAt('一\n\n二', 3)).toBe(2)
  })
  it('cuts outlets', () => expect(sourcesOf('甲、乙，丙,')).toEqual(['甲', '乙', '丙']))
})
