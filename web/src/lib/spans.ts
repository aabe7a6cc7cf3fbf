// Where facts stand in a slice of the source. The server counts bytes of UTF-8, the browser UTF-16 units:
// the way between them is walked once per text, never searched.
import type { ByteRange } from '@/api/types'

export interface Segment {
  text: string
  begin: number // bytes, as the server counts
  end: number
  marks: number[] // indices into the given ranges, the shortest first
  inItem: boolean
}

function width(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

// UTF-16 index of each byte offset (ascending, relative to the text's first byte). An offset inside a
// character goes back to its first unit; one behind the text to the text's end.
export function unitsOf(text: string, offsets: readonly number[]): number[] {
  const units: number[] = []
  let bytes = 0
  let unit = 0
  for (const offset of offsets) {
    while (unit < text.length) {
      const code = text.codePointAt(unit) ?? 0
      if (bytes + width(code) > offset) break
      bytes += width(code)
      unit += code > 0xffff ? 2 : 1
    }
    units.push(unit)
  }
  return units
}

// Cuts a text that begins at byte `base` at the borders of `ranges` and of the item's own spans.
export function segments(text: string, base: number, ranges: readonly ByteRange[], item: readonly ByteRange[] = []): Segment[] {
  const length = byteLength(text)
  const clip = (offset: number) => Math.min(Math.max(offset - base, 0), length)
  const cuts = new Set<number>([0, length])
  for (const range of [...ranges, ...item]) {
    if (range.end <= range.begin) continue
    cuts.add(clip(range.begin))
    cuts.add(clip(range.end))
  }
  const offsets = [...cuts].sort((a, b) => a - b)
  const units = unitsOf(text, offsets)
  const within = (range: ByteRange, begin: number, end: number) => clip(range.begin) <= begin && clip(range.end) >= end
  const pieces: Segment[] = []
  for (let i = 0; i + 1 < offsets.length; i++) {
    const begin = offsets[i] as number
    const end = offsets[i + 1] as number
    const piece = text.slice(units[i], units[i + 1])
    if (piece === '') continue
    const marks = ranges.flatMap((range, index) => (range.end > range.begin && within(range, begin, end) ? [index] : []))
    marks.sort((a, b) => size(ranges[a]) - size(ranges[b]))
    pieces.push({ text: piece, begin: begin + base, end: end + base, marks, inItem: item.length === 0 || item.some((range) => within(range, begin, end)) })
  }
  return pieces
}

function size(range: ByteRange | undefined): number {
  return range ? range.end - range.begin : 0
}

export function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) bytes += width(character.codePointAt(0) ?? 0)
  return bytes
}
