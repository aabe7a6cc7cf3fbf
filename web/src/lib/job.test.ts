import { describe, expect, it } from 'vitest'
import type { JobEvent } from '@/api/types'
import { after } from './job'

const event = (file: string, state: JobEvent['state']): JobEvent => ({ file, state, items: 0, code: '', message: '', hint: '' })

describe('the events of an import', () => {
  it('leave the newest word on each file', () => {
    const files = [event('甲', 'waiting'), event('乙', 'waiting'), event('甲', 'reading'), event('甲', 'done'), event('乙', 'failed')].reduce(after, [] as JobEvent[])
    expect(files.map(({ file, state }) => [file, state])).toEqual([['甲', 'done'], ['乙', 'failed']])
  })
  it('keep two files of one name apart', () => {
    const files = [event('甲', 'waiting'), event('甲', 'waiting'), event('甲', 'done'), event('甲', 'failed')].reduce(after, [] as JobEvent[])
    expect(files.map(({ state }) => state)).toEqual(['done', 'failed'])
  })
})
