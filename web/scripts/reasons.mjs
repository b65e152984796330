// The texts of reasons and problems stand in the program; docs/errors.md lists them. This copies them into the
// catalogues, so that a code means the same on a page and in a refusal. With --check it only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const list = process.env.ANLAN_ERRORS ?? '../docs/errors.md'
if (!existsSync(list)) {
  console.error(`${list} does not exist: write it with "anlan docs"`)
  process.exit(1)
}

const zh = {}
const en = {}
for (const line of readFileSync(list, 'utf8').split('\n')) {
  // A pipe inside a text is escaped, so it does not end the cell.
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
  const code = cells[1]?.match(/^`([\w.]+)`$/)?.[1]
  if (code === undefined || cells.length < 5) continue
  zh[key(code)] = message(cells[2])
  en[key(code)] = message(cells[3])
}

const drift = [write('zh-CN', zh), write('en', en)].some((changed) => changed)
if (drift && process.argv.includes('--check')) {
  console.error('the reasons in src/locales are not those of the program: run npm run reasons')
  process.exit(1)
}
console.log(`${Object.keys(zh).length} reasons`)

/** A dot would open a level; a code is one name. */
function key(code) {
  return code.replaceAll('.', '/')
}

/** Characters that mean something to the message compiler are quoted. */
function message(text) {
  return text.replace(/[@|$]/g, (sign) => `{'${sign}'}`)
}

function write(language, texts) {
  const file = `src/locales/${language}/reason.json`
  const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)))
  const wanted = JSON.stringify(sorted, null, 2) + '\n'
  const changed = !existsSync(file) || readFileSync(file, 'utf8') !== wanted
  if (changed && !process.argv.includes('--check')) writeFileSync(file, wanted)
  return changed
}
