// Reads the licence of every package from web/package-lock.json and refuses what is not listed.
// What goes into the browser is held to the shorter list; what only builds or tests, to both.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const SHIPPED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
])
const BUILD_ONLY = new Set([...SHIPPED, 'BlueOak-1.0.0', 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0'])

// An expression is good when one of its OR parts consists of allowed AND parts only.
function allowed(expression, list) {
  return expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((name) => list.has(name.trim())))
}

const path = process.argv[2] ?? fileURLToPath(new URL('../web/package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(path, 'utf8'))
const packages = Object.entries(lock.packages).filter(([place]) => place.startsWith('node_modules/'))
const refused = packages.flatMap(([place, entry]) => {
  const licence = typeof entry.license === 'string' ? entry.license : 'none named'
  const good = allowed(licence, entry.dev ? BUILD_ONLY : SHIPPED)
  return good ? [] : [`${place.replace(/^node_modules\//, '')} ${entry.version}: ${licence}`]
})

if (packages.length === 0) refused.push('the lock file names no package at all')
for (const line of refused) console.error(`licence not allowed: ${line}`)
console.log(`npm licences: ${packages.length} packages, ${refused.length} refused`)
process.exit(refused.length === 0 ? 0 : 1)
