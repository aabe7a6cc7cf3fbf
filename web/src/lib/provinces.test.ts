import { describe, expect, it } from 'vitest'
import { tiles, totals } from './provinces'

describe('the tiles', () => {
  it('are 34, each alone in its place', () => {
    expect(tiles).toHaveLength(34)
    expect(new Set(tiles.map((tile) => `${tile.column},${tile.row}`)).size).toBe(34)
    expect(new Set(tiles.map((tile) => tile.name)).size).toBe(34)
  })
})

describe('counts by region', () => {
  const counts = [{ path: '贵州省/遵义市/播州区', count: 2 }, { path: '贵州省/遵义市', count: 1 }, { path: '贵州省', count: 4 }, { path: '四川省/成都市', count: 3 }]
  it('add up to the province', () => {
    expect([...totals(counts, null)]).toEqual([['贵州省', 7], ['四川省', 3]])
  })
  it('open to the cities, what has no city staying with the province', () => {
    expect([...totals(counts, '贵州省')]).toEqual([['贵州省/遵义市', 3], ['贵州省', 4]])
  })
})
