// The real binary with a database of its own in a temporary folder.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))
const binary = process.env.GUANLAN_BINARY ?? join(root, 'build/dev/guanlan')
export const samples = join(root, 'samples')

export class Guanlan {
  readonly folder = mkdtempSync(join(tmpdir(), 'guanlan-e2e-'))
  readonly database = join(this.folder, 'store.db')
  url = ''
  private process: ChildProcess | null = null

  run(args: string[], input = ''): string {
    return execFileSync(binary, [...args, '--db', this.database], { input, encoding: 'utf8', env: { ...process.env, LANG: 'zh_CN.UTF-8' }, stdio: ['pipe', 'pipe', 'pipe'] })
  }

  async serve(args: string[] = [], environment: Record<string, string> = {}): Promise<void> {
    const pages = process.env.GUANLAN_PAGES ? ['--web', process.env.GUANLAN_PAGES] : []
    const child = spawn(binary, ['serve', '--db', this.database, '--port', '0', ...pages, ...args], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] })
    this.process = child
    this.url = await new Promise<string>((found, failed) => {
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const at = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
        if (at) found(at[0])
      })
      child.on('exit', (code) => failed(new Error(`guanlan serve ended with ${code}: ${said}`)))
    })
  }

  async stop(): Promise<void> {
    const child = this.process
    if (child && child.exitCode === null) {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}
