// Words in the reader's language: Chinese, or English where it was chosen.
import { ref, watchEffect } from 'vue'
import { recall, remember } from '@/lib/memory'
import { terms } from './terms'
import { zh, type Messages } from './zh'

export type Language = 'zh' | 'en'
export type Key = keyof Messages

export const language = ref<Language>(recall('language') === 'en' ? 'en' : 'zh')
const tables = ref<Partial<Record<Language, Messages>>>({ zh })

export async function speak(chosen: Language): Promise<void> {
  if (chosen === 'en' && !tables.value.en) tables.value.en = (await import('./en')).en
  language.value = chosen
  remember('language', chosen)
}

export function t(key: Key, values: Record<string, string | number> = {}): string {
  const message = (tables.value[language.value] ?? zh)[key]
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

// A word of a closed vocabulary; one that we do not know is shown as it came.
export function term(vocabulary: keyof typeof terms, word: string): string {
  const pair = terms[vocabulary]?.[word]
  return pair ? pair[language.value === 'zh' ? 0 : 1] : word
}

watchEffect(() => {
  if (typeof document !== 'undefined') document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})
