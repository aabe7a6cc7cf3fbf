import { ref } from 'vue'
import { recall, remember } from './memory'

// public/theme.js has set the class before the first paint.
export const dark = ref(document.documentElement.classList.contains('dark'))

function show(): void {
  document.documentElement.classList.toggle('dark', dark.value)
}

export function toggleTheme(): void {
  dark.value = !dark.value
  remember('theme', dark.value ? 'dark' : 'light')
  show()
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => {
  if (recall('theme')) return
  dark.value = event.matches
  show()
})

// The value of a design token, for charts that draw by themselves.
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}
