// What this browser remembers of its reader. Storage may be closed; then nothing is remembered.
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`guanlan.${name}`)
  } catch {
    return null
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`guanlan.${name}`, value)
  } catch {
    // closed storage is no error
  }
}
