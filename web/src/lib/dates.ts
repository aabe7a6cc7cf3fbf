// Dates are prefixes of ISO 8601, as precise as the text was. They are shown so, never filled up.
import { language } from '@/i18n'

export const isDate = (word: string) => /^(19|20)\d{2}-([HQ]\d|\d{2}(-\d{2})?)$/.test(word)

export function showDate(value: string): string {
  const [year, month, day] = value.split('-')
  if (language.value === 'en' || !year) return value
  if (!month) return `${year}年`
  if (/^[HQ]/.test(month)) return `${year}年${month === 'H1' ? '上半年' : month === 'H2' ? '下半年' : `第${month.slice(1)}季度`}`
  return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六']
export function showDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return showDate(value)
  const at = new Date(`${value}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return value
  if (language.value === 'en') return `${value} ${at.toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' })}`
  return `${showDate(value)} 星期${weekdays[at.getUTCDay()]}`
}

export function showMoment(value: string): string {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? value : at.toLocaleString(language.value === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' })
}

// The days of a month in weeks that begin on Monday; days of the neighbours fill the corners.
export function weeksOf(month: string): string[][] {
  const [year, index] = month.split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, index - 1, 1))
  const start = first.getTime() - ((first.getUTCDay() + 6) % 7) * 86_400_000
  const weeks: string[][] = []
  for (let week = 0; week < 6; week++) {
    const days = Array.from({ length: 7 }, (_, day) => new Date(start + (week * 7 + day) * 86_400_000).toISOString().slice(0, 10))
    if (week > 3 && !days.some((day) => day.startsWith(month))) break
    weeks.push(days)
  }
  return weeks
}

export function shiftMonth(month: string, by: number): string {
  const [year, index] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, index - 1 + by, 1)).toISOString().slice(0, 7)
}

// Today on the reader's own clock.
export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
