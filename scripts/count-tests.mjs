// Reads what a test runner wrote and prints "PASSED FAILED".
//   node scripts/count-tests.mjs cargo FILE        the plain output of `cargo test`
//   node scripts/count-tests.mjs node FILE         the TAP output of `node --test`
//   node scripts/count-tests.mjs vitest FILE       vitest's JSON report
//   node scripts/count-tests.mjs playwright FILE   Playwright's JSON report
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const COUNTERS = {
  // One line for each test binary: "test result: ok. 12 passed; 0 failed; 0 ignored; …"
  cargo(text) {
    let passed = 0
    let failed = 0
    for (const line of text.matchAll(/^test result: \S+ (\d+) passed; (\d+) failed;/gm)) {
      passed += Number(line[1])
      failed += Number(line[2])
    }
    return { passed, failed }
  },

  node(text) {
    const last = (word) => Number(text.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0)
    return { passed: last('pass'), failed: last('fail') + last('cancelled') }
  },

  // A file that could not even be read has no tests of its own and counts as one failure.
  vitest(text) {
    const report = JSON.parse(text)
    const broken = report.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    )
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
  },

  // A test that passed only when repeated is not a passed test.
  playwright(text) {
    const { stats, errors } = JSON.parse(text)
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + (errors?.length ?? 0) }
  },
}

export function count(kind, text) {
  return COUNTERS[kind](text)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [kind, file] = process.argv.slice(2)
  const { passed, failed } = count(kind, readFileSync(file, 'utf8'))
  console.log(`${passed} ${failed}`)
}
