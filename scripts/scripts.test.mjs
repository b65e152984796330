// The counting must be right: a miscount would show a failed run as a green one.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { count } from './count-tests.mjs'

test('cargo: the lines of all test binaries are added up', () => {
  const output = [
    'running 3 tests',
    'test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s',
    'test result: FAILED. 10 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.20s',
  ].join('\n')
  assert.deepEqual(count('cargo', output), { passed: 13, failed: 2 })
})

test('cargo: a build that failed has no tests', () => {
  assert.deepEqual(count('cargo', 'error: could not compile `kernel`'), { passed: 0, failed: 0 })
})

test('node: the closing lines are read', () => {
  assert.deepEqual(count('node', '# tests 5\n# pass 4\n# fail 1\n'), { passed: 4, failed: 1 })
})

test('vitest: a file that could not be read is a failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  }
  assert.deepEqual(count('vitest', JSON.stringify(report)), { passed: 7, failed: 2 })
})

test('playwright: flaky tests and errors outside tests are failures', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{ message: 'no server' }] }
  assert.deepEqual(count('playwright', JSON.stringify(report)), { passed: 5, failed: 3 })
})

// Runs the licence check over a made-up lock file.
function licences(packages) {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-licences-'))
  try {
    const file = join(folder, 'package-lock.json')
    writeFileSync(file, JSON.stringify({ packages }))
    const script = fileURLToPath(new URL('npm-licences.mjs', import.meta.url))
    return spawnSync(process.execPath, [script, file], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('licences: a choice with one allowed part is allowed', () => {
  const run = licences({ 'node_modules/a': { version: '1.0.0', license: '(GPL-3.0 OR MIT)' } })
  assert.equal(run.status, 0, run.stderr)
})

test('licences: what only builds may carry more than what is shipped', () => {
  const entry = { version: '1.0.0', license: 'MPL-2.0' }
  assert.equal(licences({ 'node_modules/a': { ...entry, dev: true } }).status, 0)
  assert.equal(licences({ 'node_modules/a': entry }).status, 1)
})

test('licences: a refused or missing licence is named with its package', () => {
  const run = licences({
    'node_modules/a': { version: '1.0.0', license: 'MIT AND GPL-2.0' },
    'node_modules/b': { version: '2.0.0' },
  })
  assert.equal(run.status, 1)
  assert.match(run.stderr, /a 1\.0\.0: MIT AND GPL-2\.0/)
  assert.match(run.stderr, /b 2\.0\.0: none named/)
})

test('licences: an empty lock file is not a good one', () => {
  assert.equal(licences({}).status, 1)
})
