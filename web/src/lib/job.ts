// Watches an import: the newest word on each file, and whether it has ended.
import { onScopeDispose, ref, type Ref } from 'vue'
import { api } from '@/api'
import type { JobEvent } from '@/api/types'

export interface Job { files: Ref<JobEvent[]>; ended: Ref<boolean>; lost: Ref<boolean>; watch: (id: string | number) => void }

// The state of all files after one more event. Events name files; two files of one name are told apart by
// what is still open, in the order in which they were sent.
export function after(files: readonly JobEvent[], event: JobEvent): JobEvent[] {
  const ended = (one: JobEvent) => one.state === 'done' || one.state === 'failed' || one.state === 'known'
  const at = event.state === 'waiting' ? -1 : files.findIndex((one) => one.file === event.file && !ended(one))
  return at < 0 ? [...files, event] : files.map((one, index) => (index === at ? event : one))
}

export function useJob(onEnd: () => void): Job {
  const files = ref<JobEvent[]>([])
  const ended = ref(false)
  const lost = ref(false)
  let stream: EventSource | null = null

  function close(): void {
    stream?.close()
    stream = null
  }
  function watch(id: string | number): void {
    close()
    files.value = []
    ended.value = false
    lost.value = false
    stream = new EventSource(api.jobEvents(id))
    stream.onmessage = (event: MessageEvent<string>) => {
      files.value = after(files.value, JSON.parse(event.data) as JobEvent)
    }
    stream.addEventListener('end', () => {
      close()
      ended.value = true
      onEnd()
    })
    stream.onerror = () => {
      if (stream?.readyState !== EventSource.CLOSED) return // the browser comes back by itself
      close()
      lost.value = !ended.value
      onEnd()
    }
  }
  onScopeDispose(close)
  return { files, ended, lost, watch }
}
