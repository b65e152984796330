// Starts the program with a fresh small demonstration in a folder of its own, and removes the folder afterwards.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const data = mkdtempSync(join(tmpdir(), 'anlan-e2e-'))
// The program refuses settings that it does not know, so ours stay here.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ANLAN_')))
const program = spawn(
  process.env.ANLAN_BIN,
  ['--data', data, '--listen', `127.0.0.1:${process.env.ANLAN_PORT}`, 'demo', '--scale', 'small', '--serve'],
  { stdio: 'inherit', env },
)

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill('SIGTERM'))
program.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true })
  process.exit(code ?? 1)
})
