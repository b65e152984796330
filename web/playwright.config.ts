// Browser tests. They run against ANLAN_BASE_URL, or start the program with a fresh small demonstration.
import { defineConfig } from '@playwright/test'
import { existsSync } from 'node:fs'

const port = Number(process.env.ANLAN_PORT ?? 18_080)
const given = process.env.ANLAN_BASE_URL
const target = process.env.CARGO_TARGET_DIR ?? '../target'
const binary = process.env.ANLAN_BIN ?? process.env.ANLAN_BINARY ?? `${target}/debug/anlan`

if (!given && !existsSync(binary)) {
  throw new Error(`${binary} is missing: build it, or name it in ANLAN_BIN, or set ANLAN_BASE_URL`)
}

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    baseURL: given ?? `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: given
    ? undefined
    : {
        command: 'node e2e/serve.mjs',
        url: `http://localhost:${port}/healthz`,
        reuseExistingServer: false,
        timeout: 300_000,
        stdout: 'ignore',
        stderr: 'pipe',
        env: { ANLAN_BIN: binary, ANLAN_PORT: String(port) },
      },
})
