import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { Browser } from './browser'
import { Guanlan, samples } from './guanlan'

const guanlan = new Guanlan()
const browser = new Browser()
let page: Page

beforeAll(async () => {
  guanlan.run(['add', samples])
  await guanlan.serve()
  await browser.open()
  page = await browser.page()
})
afterEach(() => expect(browser.complaints.splice(0)).toEqual([]))
afterAll(async () => {
  await browser.close()
  await guanlan.stop()
})

it('finds an item by its words and filters, and the address keeps them', async () => {
  await page.goto(`${guanlan.url}/?kind=enforcement`)
  await page.getByRole('article').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('酒店')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  const found = page.getByRole('link', { name: /贵州.*酒店被处罚/ }).first()
  await found.waitFor()
  await page.reload()
  await found.waitFor()
  expect(new URL(page.url()).searchParams.get('kind')).toBe('enforcement')
  await page.getByRole('button', { name: '去掉条件 类别 行政执法' }).click()
  await page.waitForURL((url) => !url.searchParams.has('kind') && url.searchParams.get('q') === '酒店')
  await page.goBack()
  await found.waitFor()
})

it('walks with j, opens with o and lands on the words', async () => {
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await page.waitForURL(/\/items\/\d+/)
  const facts = page.getByRole('complementary', { name: '事实' })
  await facts.getByRole('button', { name: /罚款/ }).first().click()
  const lit = page.locator('mark.lit')
  await lit.first().waitFor()
  expect(await lit.allTextContents()).toContainEqual(expect.stringMatching(/罚款|3万元/))
  await facts.getByText('规则').waitFor()
})

it('goes from the words to the fact', async () => {
  const mark = page.locator('mark.law').first()
  await mark.click()
  await page.locator('[data-fact] > button[aria-pressed="true"]').waitFor()
  const words = await page.locator('mark.lit').first().textContent()
  expect(await page.locator('[data-fact] dl').textContent()).toContain(words?.slice(0, 4))
})

it('marks exactly the bytes that the server names', async () => {
  const id = /items\/(\d+)/.exec(page.url())?.[1]
  const read = async <T>(path: string): Promise<T> => (await (await page.request.get(`${guanlan.url}/api/v1/items/${id}${path}`)).json()) as T
  const { facts } = await read<{ facts: { begin: number; end: number }[] }>('')
  const slice = await read<{ raw_begin: number; text: string }>('/source?around=2000')
  const bytes = Buffer.from(slice.text, 'utf8')
  const expected = facts.map((fact) => bytes.subarray(fact.begin - slice.raw_begin, fact.end - slice.raw_begin).toString('utf8'))
  for (const [index, words] of expected.entries()) {
    const shown = await page.locator('mark').evaluateAll((marks, n) => marks.filter((mark) => (mark as HTMLElement).dataset.marks?.split(' ').includes(String(n))).map((mark) => mark.textContent).join(''), index)
    if (shown) expect(shown).toBe(words) // facts outside of the item show with its context
  }
})

it('explains the keys', async () => {
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

it('shows an unknown page as one', async () => {
  await page.goto(`${guanlan.url}/nowhere`)
  await page.getByText('没有这个页面').waitFor()
})

it('is usable within a second, cold, with little script', async () => {
  const fresh = await browser.page()
  let script = 0
  fresh.on('response', (answer) => {
    if (/\.js$/.test(answer.url())) script += Number(answer.headers()['content-length'] ?? 0)
  })
  await fresh.goto(guanlan.url)
  await fresh.getByRole('article').first().waitFor()
  const usable = await fresh.evaluate(() => performance.now())
  console.log(`first page usable after ${Math.round(usable)} ms, ${Math.round(script / 1000)} kB of script`)
  expect(script).toBeLessThan(500_000)
  await fresh.close()
})
