import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import elementPlusStyles from 'unplugin-element-plus/vite'
import { defineConfig } from 'vitest/config'

// `npm run dev` talks to a running `guanlan serve`; GUANLAN_SERVER names another one.
const server = process.env.GUANLAN_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue(), elementPlusStyles({})],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the server's content security policy allows no data: scripts or fonts
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': server, '/openapi.json': server } },
  test: { include: ['src/**/*.test.ts'] },
})
