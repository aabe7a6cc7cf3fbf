// What /api/v1 answers. Dates are ISO prefixes ("2025-03", "2025-03-06"); offsets are bytes of UTF-8.

export type Role = 'reader' | 'editor' | 'admin'

export type ExportForm = 'xlsx' | 'csv' | 'jsonl' | 'jsonld' | 'annotations'
export interface List<T> { items: T[]; total: number; next: string | null }
export interface Session { user: string; role: Role; csrf: string; accounts: boolean }

export interface Span { page: number; begin: number; end: number }
export interface ByteRange { begin: number; end: number }
export interface EventDate { value: string; role: 'on' | 'reported' }
export interface SnippetPart { text: string; hit: boolean }

export interface ItemRow {
  id: number; document: string; file: string; n: number; title: string; kind: string
  event_date: EventDate | null
  path: string[]; regions: string[]; authorities: string[]; sources: string[]
  snippet: SnippetPart[]
}
export interface FacetValue { value: string; count: number }
export type FacetName = 'kind' | 'region' | 'authority' | 'outlet' | 'month'
export interface ItemList extends List<ItemRow> { facets: Partial<Record<FacetName, FacetValue[]>> }

export interface Fact {
  field: string; index: number; value: string | null; text: string
  page: number; begin: number; end: number; rule: string; cue: string | null
}
export interface Neighbour { id: number; title: string; reason: string }
export interface ItemRecord {
  title: string; body: string; kind: string; number: string | null; path: string[]; sources: string[]
  span: Span; event_date: (EventDate & { text: string }) | null
}
export interface Item {
  id: number; document: string; entry: number; file: string; record: ItemRecord; facts: Fact[]
  text: { title: ByteRange[]; body: ByteRange[] }
  has_pages: boolean; neighbours: Neighbour[]
}
export interface SourceSlice { raw_begin: number; raw_end: number; text: string }
export interface Box { x: number; y: number; w: number; h: number }

export interface DocumentRow { id: string; file: string; format: string; title: string | null; items: number; size: number; added: string }
export interface Quarantined { id: string; file: string; code: string; message: string; hint: string; when: string }
export interface JobEvent { file: string; state: 'waiting' | 'reading' | 'done' | 'known' | 'failed'; items: number; code: string; message: string; hint: string; document?: string }

export interface Deadline {
  date: string; last_day: string; days_left: number | null; working_days_left: number | null; calendar_known: boolean; role: string
  item: number; title: string; who: string; what: string; text: string; derivation: string; begin: number; end: number
}
export interface Step {
  date: string; role: string; name: string; item: number; title: string; kind: string; region: string; text: string; begin: number; end: number
  link: number | null; also: number[]
}
export interface SubjectLink { id: number; type: string; one: string; other: string; reason: string; score: number; state: 'proposed' | 'accepted' | 'undone'; followed: boolean }
export interface Timeline { type: string; name: string; also: string[]; parent: string | null; parts: string[]; total: number; steps: Step[]; links: SubjectLink[] }

export type SubjectType = 'authority' | 'org' | 'app' | 'instrument' | 'campaign' | 'case'
export interface SubjectRow { name: string; count: number; first: string | null; last: string | null }
export interface Count { value: string; count: number }
export interface Subject extends Timeline { kinds: Count[]; regions: Count[]; months: Count[] }

export interface LawVersion { from: string | null; to: string | null }
export interface LawRow { id: string; title: string; versions: LawVersion[]; cited: number }
export interface Elsewhere { from: string | null; number: string | null; same_words: boolean }
export interface Article { number: string; text: string; elsewhere: Elsewhere[] }
export interface Law { title: string; on: string; versions: LawVersion[]; articles: Article[] }
export interface ArticleCitations { article: string; count: number; items: number[] }

export type StatsBy = 'law' | 'authority' | 'region' | 'sanction' | 'month'
export interface StatsRow { key: string; label: string; count: number; items: number[] }

export interface SavedQuery { id: number; name: string; query: string }
export interface Finding {
  rule: string; level: 'error' | 'warning' | 'note'; message: string; reason: string; text: string
  span: Span; fix: string | null
}
export interface CheckReport { findings: Finding[]; not_run: { rule: string; why: string }[] }

export interface User { name: string; role: Role; created: string; last: string | null }
export interface AuditRow { when: string; user: string; action: string; object: string; from: string }
export interface Word { table: string; key: string; value: string }

export type IssueState = 'draft' | 'edited' | 'checked' | 'approved'
export interface IssueRow { name: string; period: string; style: string; title: string; issue: string; date: string; items: number; state: IssueState | 'broken' }
export interface IssueEntry { id: string; title: string; kind: string; event_date: string; sources: string[]; state: IssueState }
export interface IssueSection { id: string; title: string; items: IssueEntry[] }
export interface IssuePart { id: string; label: string; title: string; lead: { item: string; text: string; by: string }[]; keywords: string[]; items: IssueEntry[]; sections: IssueSection[] }
export interface IssueMasthead {
  name: string; latin: string; cadence: string; issue: string; running_number: string; date: string; statement: string
  bodies: { role: string; name: string }[]; people: { role: string; name: string; office: string }[]
}
export interface IssueChange { masthead?: Partial<IssueMasthead>; parts?: ({ id: string } & Partial<Pick<IssuePart, 'label' | 'title' | 'lead' | 'keywords'>>)[] }
export interface Issue extends IssueRow { masthead: IssueMasthead; drafting: boolean; parts: IssuePart[]; dropped: { id: string; title: string; by: string; why: string }[]; marks: { state: IssueState; by: string; at: string }[] }
export interface IssueItem {
  id: string; title: string; kind: string; event_date: string; sources: string[]; summary: string; body: string; state: IssueState
  marks: { state: IssueState; by: string; at: string }[]
  origins: { document: string; file: string; entry: number; n: number }[]
  facts: { field: string; value: string; text: string; page: number; begin: number; end: number; origin: number }[]
  words: { text: string; by: string; note: string }[]
}
export type IssueItemChange = Partial<Pick<IssueItem, 'title' | 'body' | 'summary' | 'sources' | 'words'>>
export interface IssueAction { do: 'move' | 'drop' | 'split' | 'merge' | 'retitle' | 'state'; item: string; place?: string; at?: number; why?: string; paragraph?: number; title?: string; other?: string; state?: IssueState }
export interface Obstacle { item: string; rule: string; message: string; text: string }
export interface IssueVerdict { obstacles: Obstacle[]; rules_run: number; warnings: number; notes: number; items: number; figures: number; words: number; not_run: { rule: string; why: string }[] }
export interface IssueFile { file: string; size: number }
