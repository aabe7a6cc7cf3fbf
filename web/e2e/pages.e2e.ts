// Every page in both themes: axe (WCAG 2.2 AA), no sideways scrolling at 360 px, and pictures for people to look at.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Browser, setTheme } from './browser'
import { Guanlan, samples } from './guanlan'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = process.env.GUANLAN_PICTURES
const guanlan = new Guanlan()
const browser = new Browser()
let page: Page
let item = 1

const pages: Record<string, () => string> = {
  stream: () => '/?kind=enforcement', empty: () => '/?kind=judgment&since=1999&until=1999-12', item: () => `/items/${item}`, laws: () => '/laws', subjects: () => '/subjects/authority',
  subject: () => `/subjects/authority/${encodeURIComponent('公安部')}`, deadlines: () => '/deadlines', calendar: () => '/deadlines?view=calendar&month=2025-05',
  map: () => '/map', stats: () => '/stats?by=sanction', months: () => '/stats?by=month', desk: () => '/desk', issue: () => '/desk/2025-03-monthly', import: () => '/import', admin: () => '/admin', users: () => '/admin/users', missing: () => '/nowhere',
}

async function axe(): Promise<string[]> {
  await page.evaluate(axeSource)
  const options: RunOptions = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }
  const found = await page.evaluate((wanted) => (window as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe.run(wanted), options)
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200) ?? ''}`))
}

async function settle(): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
}

beforeAll(async () => {
  guanlan.run(['add', samples])
  guanlan.run(['compose', '2025-03', '--into', join(guanlan.folder, 'issues/2025-03-monthly'), '--by', '王'])
  await guanlan.serve()
  await browser.open()
  page = await browser.page()
  const list = (await (await page.request.get(`${guanlan.url}/api/v1/items?kind=enforcement&limit=1`)).json()) as { items: { id: number }[] }
  item = list.items[0]?.id ?? 1
  if (pictures) mkdirSync(pictures, { recursive: true })
})
afterEach(() => expect(browser.complaints.splice(0)).toEqual([]))
afterAll(async () => {
  await browser.close()
  await guanlan.stop()
})

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  it.each(Object.keys(pages))('%s', async (name) => {
    await setTheme(page, theme)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(guanlan.url + (pages[name]?.() ?? '/'))
    await settle()
    expect(await axe()).toEqual([])
    for (const width of pictures ? [1440, 3840, 360] : [360]) {
      await page.setViewportSize({ width, height: width === 360 ? 780 : width === 3840 ? 2160 : 900 })
      await page.waitForTimeout(pictures ? 150 : 30)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${theme}-${width}.png`) })
    }
    if (theme === 'light') expect(await axe()).toEqual([])
  })
})
