// The one way to the server. Reads are cached by the browser and revalidated by ETag; writes carry the
// session's CSRF token. Every failure is an ApiError made from the server's problem document (RFC 9457).
import type { Session } from './types'

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly hint: string = '',
    readonly place: string = '',
  ) {
    super(message)
  }
}

export type Parameters = Record<string, string | number | undefined | null>

const root = '/api/v1'
let csrf = ''
let expired: () => void = () => undefined

export function rememberSession(session: Session | null): void {
  csrf = session?.csrf ?? ''
}
// Called on every 401 outside of the login itself.
export function onExpired(handler: () => void): void {
  expired = handler
}

export function address(path: string, parameters: Parameters = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') search.append(key, String(value))
  }
  const query = search.toString()
  return root + path + (query ? `?${query}` : '')
}

export async function problem(answer: Response): Promise<ApiError> {
  const body: unknown = await answer.json().catch(() => null)
  const read = (key: string): string => {
    const value = body && typeof body === 'object' ? (body as Record<string, unknown>)[key] : undefined
    return typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)
  }
  return new ApiError(answer.status, read('code'), read('detail') || read('title') || `HTTP ${answer.status}`, read('hint'), read('place'))
}

async function send(url: string, options: RequestInit): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(url, { credentials: 'same-origin', ...options })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, 'offline', '')
  }
  if (answer.ok) return answer
  if (answer.status === 401 && !url.endsWith('/session')) expired()
  throw await problem(answer)
}

export async function get<T>(path: string, parameters?: Parameters, signal?: AbortSignal): Promise<T> {
  const answer = await send(address(path, parameters), { headers: { Accept: 'application/json' }, signal: signal ?? null })
  return (await answer.json()) as T
}

// As get, with the ETag that an If-Match write needs.
export async function getTagged<T>(path: string): Promise<{ value: T; tag: string }> {
  const answer = await send(address(path), { headers: { Accept: 'application/json' } })
  return { value: (await answer.json()) as T, tag: answer.headers.get('ETag') ?? '' }
}

type Writing = 'POST' | 'PUT' | 'DELETE' | 'PATCH'

async function sent(method: Writing, path: string, body: unknown, match?: string): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-CSRF-Token': csrf }
  if (match) headers['If-Match'] = match
  let payload: BodyInit | null = null
  if (body instanceof FormData) {
    payload = body
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
    payload = JSON.stringify(body)
  }
  return send(address(path), { method, headers, body: payload })
}

export async function write<T>(method: Writing, path: string, body?: unknown, match?: string): Promise<T> {
  const text = await (await sent(method, path, body, match)).text()
  return (text ? JSON.parse(text) : undefined) as T
}

// A write to the version that `match` names; the answer has the tag of the new one. Status 412: somebody was faster.
export async function writeTagged<T>(method: Writing, path: string, body: unknown, match: string): Promise<{ value: T; tag: string }> {
  const answer = await sent(method, path, body, match)
  return { value: (await answer.json()) as T, tag: answer.headers.get('ETag') ?? '' }
}
