import { describe, expect, it } from 'vitest'
import { chips, filtersFrom, parametersOf, queryOf, withFilter } from './filters'

describe('filters in the address', () => {
  it('come back as they went', () => {
    const filters = { q: '酒店 NEAR 罚款', kind: 'enforcement', region: '贵州省/遵义市', since: '2025-03' }
    expect(filtersFrom(queryOf(filters))).toEqual(filters)
  })
  it('ignore what they do not know, what is empty, and a second value', () => {
    expect(filtersFrom({ kind: ['a', 'b'], q: '  ', evil: 'x', sort: 'sideways', region: null })).toEqual({ kind: 'a' })
  })
  it('are taken away without touching the others', () => {
    expect(withFilter({ kind: 'a', q: 'b' }, 'kind', undefined)).toEqual({ q: 'b' })
  })
  it('ask for an outlet in the query language and a month by its days', () => {
    expect(parametersOf({ q: '罚款', outlet: '示例"网', month: '2024-02' })).toEqual({ q: '罚款 outlet:"示例网"', since: '2024-02-01', until: '2024-02-29' })
  })
  it('send no month that is none', () => {
    expect(parametersOf({ month: '2024-02;drop' })).toEqual({})
  })
  it('show chips for all but words and order', () => {
    expect(chips({ q: 'x', sort: 'relevance', kind: 'judgment' })).toEqual([{ name: 'kind', value: 'judgment' }])
  })
})
