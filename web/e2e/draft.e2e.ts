import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { Browser } from './browser'
import { Guanlan, samples } from './guanlan'

const guanlan = new Guanlan()
const browser = new Browser()
const asked: string[] = []
let says = ''
let model: Server
let page: Page

// An OpenAI-compatible endpoint that says what the test wants it to say.
async function endpoint(): Promise<string> {
  model = createServer((request, response) => {
    let text = ''
    request.on('data', (piece: Buffer) => (text += piece.toString()))
    request.on('end', () => {
      asked.push(text)
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: says } }] }))
    })
  })
  await new Promise<void>((open) => model.listen(0, '127.0.0.1', open))
  return `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`
}

beforeAll(async () => {
  guanlan.run(['add', join(samples, 'monthly.txt')])
  guanlan.run(['compose', '2025-03', '--style', 'monthly', '--into', join(guanlan.folder, 'issues/2025-03-monthly'), '--by', '示例'])
  await guanlan.serve([], { GUANLAN_DRAFT_ENDPOINT: await endpoint(), GUANLAN_DRAFT_MODEL: 'example' })
  await browser.open()
  page = await browser.page()
  await page.goto(`${guanlan.url}/desk/2025-03-monthly`)
  await page.getByLabel('标题', { exact: true }).waitFor()
})
// A draft that is refused is answered 400.
afterEach(() => expect(browser.complaints.splice(0).filter((one) => !/status of 400/.test(one))).toEqual([]))
afterAll(async () => {
  await browser.close()
  await guanlan.stop()
  model.close()
})

const item = () => page.locator('form', { has: page.getByLabel('标题', { exact: true }) })
const head = () => page.locator('details', { has: page.getByText('刊头与栏目') })

it('puts a true draft into the summary, and saves it only when asked', async () => {
  const before = await item().getByLabel(/摘要/).inputValue()
  says = await page.getByLabel('标题', { exact: true }).inputValue()
  expect(says).not.toBe(before)
  await item().getByRole('button', { name: '请模型起草' }).click()
  await expect.poll(() => item().getByLabel(/摘要/).inputValue()).toBe(says)
  expect(asked.at(-1)).toContain(says)
  await page.getByText('有未保存的修改').first().waitFor()
  await item().getByRole('button', { name: '保存' }).click()
  await item().getByText('已保存').waitFor()
  await page.reload()
  await expect.poll(() => item().getByLabel(/摘要/).inputValue()).toBe(says)
})

it('refuses a draft that says more than its item, and leaves the summary as it is', async () => {
  const before = await item().getByLabel(/摘要/).inputValue()
  says = '示例部门对98765家企业作出处罚。'
  await item().getByRole('button', { name: '请模型起草' }).click()
  const warning = item().getByRole('alert')
  await warning.waitFor()
  await expect.poll(() => warning.textContent()).toMatch(/不予采用[^]*98765/)
  await expect.poll(() => item().getByLabel(/摘要/).inputValue()).toBe(before)
})

it('drafts the lead of a part, which names the part as it is printed', async () => {
  await page.getByText('刊头与栏目').click()
  const part = head().locator('fieldset').first()
  for (const legend of await head().locator('legend').allTextContents()) expect(legend).not.toContain('{count}')
  const lead = part.getByLabel('导读')
  const before = await lead.inputValue()
  says = '据悉98765家企业被查。'
  await part.getByRole('button', { name: '请模型起草' }).click()
  await head().getByRole('alert').waitFor()
  await expect.poll(() => lead.inputValue()).toBe(before)
  says = before.split('\n')[0] ?? ''
  await part.getByRole('button', { name: '请模型起草' }).click()
  await expect.poll(() => lead.inputValue()).toBe(says)
  await expect.poll(() => head().getByRole('alert').count()).toBe(0)
})
