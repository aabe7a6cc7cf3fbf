// One question to the server at a time: a newer one puts the older one off, and the page shows what is so.
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ApiError } from '@/api/client'

export interface Loading<T, A extends unknown[]> {
  value: ShallowRef<T | null>
  error: ShallowRef<ApiError | null>
  busy: Ref<boolean>
  load: (...given: A) => Promise<void>
}

export function useLoading<T, A extends unknown[]>(ask: (signal: AbortSignal, ...given: A) => Promise<T>): Loading<T, A> {
  const value = shallowRef<T | null>(null)
  const error = shallowRef<ApiError | null>(null)
  const busy = ref(false)
  let running: AbortController | null = null

  async function load(...given: A): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    busy.value = true
    try {
      const answer = await ask(mine.signal, ...given)
      if (running !== mine) return
      value.value = answer
      error.value = null
    } catch (failure) {
      if (running !== mine) return
      error.value = asApiError(failure)
    } finally {
      if (running === mine) busy.value = false
    }
  }

  onScopeDispose(() => running?.abort())
  return { value, error, busy, load }
}

export function asApiError(failure: unknown): ApiError {
  return failure instanceof ApiError ? failure : new ApiError(0, 'client', String(failure))
}
