import { describe, expect, it } from 'vitest'
import type { Fact } from '@/api/types'
import { byField, inTurn } from './facts'

const fact = (field: string): Fact => ({ field, index: 0, value: '', text: '', page: 1, begin: 0, end: 1, rule: '', cue: null })

describe('facts', () => {
  it('stand by field, the ones that matter first, the unknown last', () => {
    const groups = byField([fact('new_field'), fact('figures'), fact('sanctions'), fact('figures')])
    expect(groups.map(({ field, facts }) => [field, facts.map(({ index }) => index)])).toEqual([['sanctions', [2]], ['figures', [1, 3]], ['new_field', [0]]])
  })
  it('that overlap are chosen in turn', () => {
    expect([null, 4, 7, 9].map((chosen) => inTurn([4, 7], chosen))).toEqual([4, 7, 4, 4])
    expect(inTurn([], 3)).toBeNull()
  })
})
