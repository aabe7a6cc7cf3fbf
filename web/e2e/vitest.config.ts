import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// A browser against the real binary: one file after the other, since each has a server of its own.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { include: ['*.e2e.ts'], testTimeout: 30_000, hookTimeout: 60_000, fileParallelism: false },
})
