import { describe, expect, it } from 'vitest'
import { byteLength, segments, unitsOf } from './spans'

const encoder = new TextEncoder()

describe('bytes and units', () => {
  it('counts what the encoder counts', () => {
    for (const text of ['', 'abc', '示例', 'é√', '𠮷野家', 'a示é𠮷\n']) expect(byteLength(text)).toBe(encoder.encode(text).length)
  })
  it('agrees with the slow way on every offset that begins a character', () => {
    const text = 'A示é𠮷，b'
    let bytes = 0
    for (let unit = 0; unit <= text.length; unit++) {
      if (unit > 0 && text.charCodeAt(unit) >= 0xdc00 && text.charCodeAt(unit) < 0xe000) continue
      bytes = encoder.encode(text.slice(0, unit)).length
      expect(unitsOf(text, [bytes])).toEqual([unit])
    }
  })
  it('goes back to the character that an offset falls into', () => {
    expect(unitsOf('示例', [1, 2, 3, 4])).toEqual([0, 0, 1, 1])
  })
  it('stops at the end', () => {
    expect(unitsOf('示', [3, 99])).toEqual([1, 1])
  })
})

describe('segments', () => {
  const text = '3月6日，示例局罚款3万元。'
  const at = (words: string) => {
    const begin = encoder.encode(text.slice(0, text.indexOf(words))).length + 100
    return { begin, end: begin + encoder.encode(words).length }
  }
  it('keeps every character, in order', () => {
    const pieces = segments(text, 100, [at('示例局'), at('3万元')])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
  it('marks exactly the words', () => {
    const pieces = segments(text, 100, [at('示例局'), at('3万元')])
    expect(pieces.filter((piece) => piece.marks.length).map((piece) => [piece.text, piece.marks])).toEqual([['示例局', [0]], ['3万元', [1]]])
  })
  it('names the shorter of two that overlap first', () => {
    const pieces = segments(text, 100, [at('示例局罚款3万元'), at('3万元')])
    expect(pieces.find((piece) => piece.text === '3万元')?.marks).toEqual([1, 0])
    expect(pieces.find((piece) => piece.text === '示例局罚款')?.marks).toEqual([0])
  })
  it('clips what begins before the slice and drops what is empty or elsewhere', () => {
    const pieces = segments(text, 100, [{ begin: 90, end: at('6日').end }, { begin: 5, end: 5 }, { begin: 5000, end: 5010 }])
    expect(pieces[0]).toMatchObject({ text: '3月6日', marks: [0], begin: 100 })
    expect(pieces.slice(1).every((piece) => piece.marks.length === 0)).toBe(true)
  })
  it('knows what belongs to the item', () => {
    const pieces = segments(text, 100, [], [at('罚款')])
    expect(pieces.filter((piece) => piece.inItem).map((piece) => piece.text)).toEqual(['罚款'])
  })
})
