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
afterEach(() => expect(browser.complaints.splice(0)).toEqual([]))
afterAll(async () => {
  await browser.close()
  await guanlan.stop()
})

const evil = '示例<img src=x onerror=alert(1)>.html'
const body = '<html><head><title>示例</title></head><body><h1>示例省通信管理局通报2款应用</h1><p>3月5日，示例省通信管理局通报2款应用，责令限期整改。<b>&lt;img src=x onerror="document.title=\'owned\'"&gt;</b></p></body></html>'

it('says what an empty stream lacks', async () => {
  await page.goto(guanlan.url)
  await page.getByText('没有符合条件的条目').waitFor()
})

it('shows the progress of each file, and why one failed', async () => {
  await page.goto(`${guanlan.url}/import`)
  await page.locator('input[type=file]').setInputFiles([
    { name: 'monthly.txt', mimeType: 'text/plain', buffer: readFileSync(join(samples, 'monthly.txt')) },
    { name: evil, mimeType: 'text/html', buffer: Buffer.from(body) },
    { name: '坏文件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nnothing') },
  ])
  await page.getByText('2 个完成，1 个失败').waitFor({ timeout: 20_000 })
  await page.getByRole('heading', { name: '未能读入的文件' }).waitFor()
  expect(await page.getByRole('link', { name: evil }).count()).toBeGreaterThan(0)
})

it('gives items, and markup in a source stays text', async () => {
  await page.goto(guanlan.url)
  await page.getByRole('link', { name: '示例省通信管理局通报2款应用' }).first().click()
  await page.locator('.source').waitFor()
  expect(await page.locator('.source').textContent()).toContain('<img src=x onerror=')
  expect(await page.locator('.source img').count()).toBe(0)
  expect(await page.title()).not.toContain('owned')
})

it('takes an upload to the desk and shows its text', async () => {
  await page.goto(`${guanlan.url}/desk`)
  await page.locator('input[type=file]').setInputFiles([{ name: '四月稿.txt', mimeType: 'text/plain', buffer: Buffer.from(`${readFileSync(join(samples, 'monthly.txt'), 'utf8')}\n`) }])
  await page.waitForURL(/document=/, { timeout: 20_000 })
  await page.locator('.source').waitFor()
  expect(await page.locator('.source').textContent()).toContain('数据合规观察（示例）')
})
