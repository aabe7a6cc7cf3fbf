// Who is working. Without accounts the server says "local" and lets this machine do everything.
import { computed, ref } from 'vue'
import { api } from '@/api'
import { ApiError, rememberSession } from '@/api/client'
import type { Role, Session } from '@/api/types'

export const session = ref<Session | null>(null)

const rank: Record<Role, number> = { reader: 0, editor: 1, admin: 2 }
export const mayEdit = computed(() => may('editor'))
export const mayRule = computed(() => may('admin'))

function may(role: Role): boolean {
  return session.value !== null && rank[session.value.role] >= rank[role]
}

function keep(given: Session | null): void {
  session.value = given
  rememberSession(given)
}

// True where somebody is in. An unreachable server is an error of the page, not a reason to ask for a password.
export async function enter(): Promise<boolean> {
  if (session.value) return true
  try {
    const given = await api.session()
    if (!given.user) return false
    keep(given)
    return true
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return false
    throw error
  }
}

export async function login(user: string, password: string): Promise<void> {
  keep(await api.login(user, password))
}

export async function logout(): Promise<void> {
  await api.logout()
  keep(null)
}

export function forget(): void {
  keep(null)
}
