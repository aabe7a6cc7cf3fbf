import { describe, expect, it } from 'vitest'
import type { Issue, IssueEntry } from '@/api/types'
import { bodiesOf, bodiesText, countOf, leadOf, nameOf, order, paragraphAt, peopleOf, peopleText, seatOf, sourcesOf, step } from './issue'

const entry = (id: string): IssueEntry => ({ id, title: id, kind: 'other', event_date: '', sources: [], state: 'draft' })
const issue = {
  parts: [
    { id: 'a', label: '', title: '甲', lead: [], keywords: [], items: [entry('1'), entry('2')], sections: [{ id: 's', title: '节', items: [entry('3')] }] },
    { id: 'b', label: '', title: '乙', lead: [], keywords: [], items: [], sections: [] },
  ],
} as unknown as Issue

describe('an issue', () => {
  it('counts what stands in a part', () => expect(issue.parts.map(countOf)).toEqual([3, 0]))
  it('is read part by part', () => expect(order(issue)).toEqual(['1', '2', '3']))
  it('names a part as it will be printed', () => {
    const part = { label: '境外前沿观察', title: '月度速览{count}则' }
    expect([0, 3, 10, 12, 20, 45].map((n) => nameOf(part, n))).toEqual(['零', '三', '十', '十二', '二十', '四十五'].map((n) => `境外前沿观察：月度速览${n}则`))
  })
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
    expect(paragraphAt('一\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n二', 24)).toBe(2)
    expect(paragraphAt('一\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n二', 38)).toBe(3)
  })
  it('reads bodies and people by line', () => {
    const bodies = [{ role: '主办单位', name: '示例协会' }]
    expect(bodiesOf(` ${bodiesText(bodies)}\n\n`)).toEqual(bodies)
    const people = [{ role: '总编辑', name: '王某', office: '示例协会 会长' }, { role: '', name: '李某', office: '' }]
    expect(peopleOf(peopleText(people))).toEqual(people)
  })
  it('leaves the sentences of a lead to their items', () => {
    const before = [{ item: '1', text: '一句。', by: '' }]
    expect(leadOf('一句。\n我加的。', before)).toEqual([...before, { item: '', text: '我加的。', by: '' }])
  })
  it('cuts outlets', () => expect(sourcesOf('甲、乙，丙,')).toEqual(['甲', '乙', '丙']))
})
