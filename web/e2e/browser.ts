import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'

// Debian's Chromium with a profile of its own; page errors and refused loads fail the test that caused them.
export class Browser {
  private readonly profile = mkdtempSync(join(tmpdir(), 'guanlan-chromium-'))
  context!: BrowserContext
  readonly complaints: string[] = []

  async open(): Promise<void> {
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      locale: 'zh-CN',
      viewport: { width: 1440, height: 900 },
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    })
  }

  async page(): Promise<Page> {
    const page = await this.context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => this.complaints.push(`${error.message} ${error.stack ?? ''}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (401|403|404|409|422)/.test(message.text())) this.complaints.push(message.text())
    })
    return page
  }

  async close(): Promise<void> {
    await this.context.close()
    rmSync(this.profile, { recursive: true, force: true })
  }
}

export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
}
