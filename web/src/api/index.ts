// The routes of /api/v1, one function each.
import { address, get, getTagged, write, writeTagged, type Parameters } from './client'
import type * as T from './types'

const part = encodeURIComponent

export const api = {
  session: () => get<T.Session>('/session'),
  login: (user: string, password: string) => write<T.Session>('POST', '/session', { user, password }),
  logout: () => write<void>('DELETE', '/session'),

  items: (parameters: Parameters, signal?: AbortSignal) => get<T.ItemList>('/items', parameters, signal),
  item: (id: number, signal?: AbortSignal) => get<T.Item>(`/items/${id}`, {}, signal),
  source: (id: number, around: number, signal?: AbortSignal) => get<T.SourceSlice>(`/items/${id}/source`, { around }, signal),

  documents: (cursor?: string | null) => get<T.List<T.DocumentRow>>('/documents', { cursor, limit: 100 }),
  fileAddress: (document: string) => address(`/documents/${part(document)}/file`),
  pageAddress: (document: string, page: number) => address(`/documents/${part(document)}/pages/${page}`),
  boxes: (document: string, page: number, begin: number, end: number) =>
    get<T.Box[]>(`/documents/${part(document)}/pages/${page}/boxes`, { begin, end }),
  upload: (files: File[]) => {
    const form = new FormData()
    for (const file of files) form.append('file', file, file.name)
    return write<{ job: string | number }>('POST', '/documents', form)
  },
  jobEvents: (job: string | number) => address(`/jobs/${job}/events`),
  quarantine: () => get<T.List<T.Quarantined>>('/quarantine', { limit: 200 }),

  deadlines: (from: string, to: string) => get<T.Deadline[] | T.List<T.Deadline>>('/deadlines', { from, to, limit: 200 }),
  calendarAddress: () => address('/deadlines.ics'),
  timeline: (of: string, name: string) => get<T.Timeline>('/timeline', { of, name }),
  decideLink: (id: number, state: 'accepted' | 'undone') => write<T.SubjectLink>('PUT', `/links/${id}`, { state }),
  subjects: (type: T.SubjectType, q: string, cursor?: string | null) => get<T.List<T.SubjectRow>>('/subjects', { type, q, cursor, limit: 100 }),
  subject: (type: T.SubjectType, name: string) => get<T.Subject>(`/subjects/${type}/${part(name)}`),

  laws: (q: string, cursor?: string | null) => get<T.List<T.LawRow>>('/laws', { q, cursor, limit: 100 }),
  law: (id: string, on: string) => get<T.Law>(`/laws/${part(id)}`, { on }),
  lawFileAddress: (id: string, on: string) => address(`/laws/${part(id)}/akn`, { on }),
  lawCitations: (id: string) => get<T.ArticleCitations[] | T.List<T.ArticleCitations>>(`/laws/${part(id)}/citations`),

  stats: (parameters: Parameters) => get<T.StatsRow[] | { rows: T.StatsRow[] } | T.List<T.StatsRow>>('/stats', parameters),

  statsAddress: (form: 'csv' | 'xlsx', parameters: Parameters) => address(`/stats.${form}`, parameters),
  exportAddress: (form: T.ExportForm, parameters: Parameters) => address(`/export.${form}`, parameters),

  queries: () => get<T.SavedQuery[] | T.List<T.SavedQuery>>('/queries'),
  saveQuery: (name: string, query: string) => write<T.SavedQuery>('POST', '/queries', { name, query }),
  dropQuery: (id: number) => write<void>('DELETE', `/queries/${id}`),
  queryFeed: (id: number) => address(`/queries/${id}.atom`),

  issues: () => get<T.List<T.IssueRow>>('/issues', { limit: 200 }),
  compose: (period: string, style: string) => write<{ name: string; changes: unknown[] }>('POST', '/issues', { period, style }),
  issue: (name: string) => getTagged<T.Issue>(`/issues/${part(name)}`),
  arrange: (name: string, action: T.IssueAction, tag: string) => writeTagged<T.Issue>('POST', `/issues/${part(name)}/actions`, action, tag),
  changeIssue: (name: string, change: T.IssueChange, tag: string) => writeTagged<T.Issue>('PATCH', `/issues/${part(name)}`, change, tag),
  draftOf: (name: string, of: string) => write<{ text: string }>('POST', `/issues/${part(name)}/drafts`, { of }),
  issueItem: (name: string, item: string) => getTagged<T.IssueItem>(`/issues/${part(name)}/items/${part(item)}`),
  editIssueItem: (name: string, item: string, change: T.IssueItemChange, tag: string) =>
    writeTagged<T.IssueItem>('PATCH', `/issues/${part(name)}/items/${part(item)}`, change, tag),
  checkIssue: (name: string) => get<T.IssueVerdict>(`/issues/${part(name)}/check`),
  renderIssue: (name: string, outputs: string[], draft: boolean) => write<{ job: string }>('POST', `/issues/${part(name)}/render`, { outputs, draft }),
  issueFiles: (name: string) => get<T.List<T.IssueFile>>(`/issues/${part(name)}/files`, { limit: 200 }),
  issueFileAddress: (name: string, file: string) => address(`/issues/${part(name)}/files/${part(file)}`),

  check: (document: string) => write<T.CheckReport>('POST', '/check', { document }),
  users: () => get<T.User[] | T.List<T.User>>('/users'),
  audit: (cursor?: string | null) => get<T.List<T.AuditRow>>('/audit', { cursor, limit: 100 }),
}

// Some routes answer a bare array, some a list: the same rows.
export function rows<R>(answer: R[] | { items: R[] } | { rows: R[] } | { steps: R[] }): R[] {
  if (Array.isArray(answer)) return answer
  if ('items' in answer) return answer.items
  if ('rows' in answer) return answer.rows
  return answer.steps
}
