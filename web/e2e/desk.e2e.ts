import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { Browser } from './browser'
import { Guanlan, samples } from './guanlan'

const guanlan = new Guanlan()
const browser = new Browser()
let page: Page

beforeAll(async () => {
  await guanlan.serve()
  await browser.open()
  page = await browser.page()
})
afterEach(() => expect(browser.complaints.splice(0).filter((one) => !/412/.test(one))).toEqual([]))
afterAll(async () => {
  await browser.close()
  await guanlan.stop()
})

// Of the item; the parts have titles of their own.
const titleOf = (page: Page) => page.getByLabel('标题', { exact: true })

it('makes an issue from an upload', async () => {
  await page.goto(`${guanlan.url}/import`)
  await page.locator('input[type=file]').setInputFiles([{ name: 'monthly.txt', mimeType: 'text/plain', buffer: readFileSync(join(samples, 'monthly.txt')) }])
  await page.getByText('1 个完成，0 个失败').waitFor({ timeout: 20_000 })
  await page.goto(`${guanlan.url}/desk`)
  await page.getByLabel('时期').fill('2025-03')
  await page.getByRole('button', { name: '编一期' }).click()
  await page.waitForURL(/\/desk\/2025-03-monthly/)
  await titleOf(page).waitFor()
})

it('edits an item with the keyboard', async () => {
  await titleOf(page).fill('编辑改过的标题')
  await page.keyboard.press('Control+s')
  await page.getByText('已保存').waitFor()
  await page.getByRole('navigation', { name: '栏目与条目' }).getByText('编辑改过的标题').waitFor()
})

it('changes the title and the keywords of a part', async () => {
  const head = page.locator('details', { has: page.getByText('刊头与栏目') })
  const part = head.locator('fieldset').first()
  await page.getByText('刊头与栏目').click()
  await part.getByLabel('栏目标题').fill('示例栏目')
  await part.getByLabel('关键词').fill('数据、算法')
  await head.getByRole('button', { name: '保存' }).click()
  await page.getByRole('navigation', { name: '栏目与条目' }).getByText('示例栏目').waitFor()
  await page.reload()
  await page.getByText('刊头与栏目').click()
  await expect.poll(() => part.getByLabel('关键词').inputValue()).toBe('数据、算法')
})

it('moves an item by key and by dragging', async () => {
  const items = page.locator('[data-item]')
  const first = await items.nth(0).getAttribute('data-item')
  await items.nth(0).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => items.nth(0).getAttribute('data-item')).not.toBe(first)
  const last = await items.last().getAttribute('data-item')
  await items.last().dragTo(items.nth(0))
  await expect.poll(() => items.nth(0).getAttribute('data-item')).toBe(last)
})

it('tells the second of two editors, and lets him choose', async () => {
  const other = await browser.page()
  await other.goto(page.url())
  await titleOf(other).waitFor()
  await page.reload()
  await titleOf(page).fill('先存的标题')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  await titleOf(other).fill('后存的标题')
  await other.getByRole('button', { name: '保存' }).click()
  const warning = other.getByRole('alert')
  await warning.waitFor()
  expect(await warning.textContent()).toContain('先存的标题')
  expect(await titleOf(other).inputValue()).toBe('后存的标题')
  await other.getByRole('button', { name: '以我的为准' }).click()
  await other.getByText('已保存').waitFor()
  await other.close()
  await page.reload()
  await expect.poll(() => titleOf(page).inputValue()).toBe('后存的标题')
})

it('approves, renders and downloads Word', async () => {
  await page.getByRole('button', { name: '校对', exact: true }).click()
  await page.getByText(/出版前还有 \d+ 处要处理/).waitFor({ timeout: 30_000 })
  await page.getByText('刊头与栏目').click()
  const head = page.locator('details', { has: page.getByText('刊头与栏目') })
  await head.getByLabel(/主办/).fill('主办单位：示例协会')
  await head.getByRole('button', { name: '保存' }).click()
  await page.getByText('刊头与栏目').click()
  await page.getByRole('button', { name: '全部批准' }).click()
  await page.getByRole('button', { name: '校对', exact: true }).click()
  await page.getByText('可以出版。').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '输出' }).click()
  await page.getByRole('link', { name: '2025-03.docx' }).waitFor({ timeout: 60_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '2025-03.docx' }).click()])
  const bytes = readFileSync(await file.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.length).toBeGreaterThan(10_000)
})
