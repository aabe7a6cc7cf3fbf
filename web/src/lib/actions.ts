// Keys reach the page that is open: the last one that asked is asked first.
import { onBeforeUnmount, onMounted } from 'vue'
import type { Action } from './keys'

type Handler = (action: Action) => boolean // true: it was mine
const handlers: Handler[] = []

export function emitAction(action: Action): boolean {
  return [...handlers].reverse().some((handler) => handler(action))
}

export function useActions(handler: Handler): void {
  onMounted(() => handlers.push(handler))
  onBeforeUnmount(() => handlers.splice(handlers.indexOf(handler), 1))
}
