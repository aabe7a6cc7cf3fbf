import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { Browser } from './browser'
import { Guanlan, samples } from './guanlan'

const guanlan = new Guanlan()
const browser = new Browser()
const password = '示例口令-correct-horse'
let page: Page

beforeAll(async () => {
  guanlan.run(['add', samples])
  guanlan.run(['users', 'add', 'zhang', '--role', 'reader'], `${password}\n`)
  await guanlan.serve()
  await browser.open()
  page = await browser.page()
})
afterEach(() => expect(browser.complaints.splice(0)).toEqual([]))
afterAll(async () => {
  await browser.close()
  await guanlan.stop()
})

async function enter(word: string): Promise<void> {
  await page.getByLabel('用户名').fill('zhang')
  await page.getByLabel('密码').fill(word)
  await page.getByRole('button', { name: '登录' }).click()
}

it('asks who is there before anything is shown', async () => {
  await page.goto(`${guanlan.url}/items/1`)
  await page.waitForURL(/\/login\?next=/)
  expect(await page.getByRole('article').count()).toBe(0)
})

it('refuses a wrong password in words and keeps the user name', async () => {
  await enter('wrong')
  await page.getByRole('alert').getByText('用户名或密码不正确').waitFor()
  expect(await page.getByLabel('用户名').inputValue()).toBe('zhang')
  expect(await page.getByLabel('密码').inputValue()).toBe('')
})

it('leads to where the reader wanted to go, and shows a reader no desk', async () => {
  await enter(password)
  await page.waitForURL(/\/items\/1$/)
  await page.getByText('zhang · 读者').waitFor()
  expect(await page.getByRole('link', { name: '导入' }).count()).toBe(0)
})

it('says that a session has expired and comes back to the same page', async () => {
  await page.goto(`${guanlan.url}/?kind=enforcement`)
  await page.getByRole('article').first().waitFor()
  await browser.context.clearCookies()
  await page.getByRole('article').first().getByRole('link').click()
  await page.waitForURL(/\/login\?/)
  await page.getByText('登录已过期').waitFor()
  await enter(password)
  await page.waitForURL(/\/items\/\d+\?kind=enforcement/)
})

it('follows no address that somebody else wrote', async () => {
  await browser.context.clearCookies()
  await page.goto(`${guanlan.url}/login?next=//example.invalid/`)
  await enter(password)
  await page.waitForURL((url) => url.origin === guanlan.url && url.pathname === '/')
})

it('signs out', async () => {
  await page.getByRole('button', { name: '退出' }).click()
  await page.waitForURL(/\/login/)
  await page.goto(guanlan.url)
  await page.waitForURL(/\/login\?next=/)
})
