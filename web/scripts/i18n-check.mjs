// Both catalogues hold the same keys with the same placeholders, every key used in the source exists,
// and no Chinese text stands outside the catalogue.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const source = 'src'
const faults = []

const zh = load('zh-CN')
const en = load('en')
for (const key of zh.keys()) if (!en.has(key)) faults.push(`en lacks ${key}`)
for (const key of en.keys()) if (!zh.has(key)) faults.push(`zh-CN lacks ${key}`)
for (const [key, text] of zh) {
  const other = en.get(key)
  // A reason may hold a word in both languages, each under its own name.
  const own = !key.startsWith('reason.')
  if (own && other !== undefined && places(text) !== places(other)) faults.push(`placeholders differ: ${key}`)
  if (other !== undefined && /\p{Script=Han}/u.test(other)) faults.push(`Chinese in en: ${key}`)
}

for (const file of files(source)) {
  const text = readFileSync(file, 'utf8')
  for (const [, key] of text.matchAll(/(?:\$t|\bt|translate)\(\s*'([\w.-]+)'/g)) {
    if (!zh.has(key)) faults.push(`${file}: no text for ${key}`)
  }
  if (/\.test\.ts$|components\.d\.ts$|schema\.d\.ts$/.test(file)) continue
  const lines = text.split('\n')
  lines.forEach((line, index) => {
    if (/\p{Script=Han}/u.test(line) && !/i18n-exempt/.test(line)) {
      faults.push(`${file}:${index + 1}: Chinese text outside the catalogue`)
    }
  })
}

for (const fault of faults) console.error(fault)
console.log(`${zh.size} texts, ${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)

function load(language) {
  const found = new Map()
  const folder = join(source, 'locales', language)
  for (const name of readdirSync(folder)) {
    flatten(JSON.parse(readFileSync(join(folder, name), 'utf8')), name.replace('.json', ''), found)
  }
  return found
}

function flatten(value, path, into) {
  if (typeof value === 'string') return void into.set(path, value)
  for (const [key, inner] of Object.entries(value)) flatten(inner, `${path}.${key}`, into)
}

function places(text) {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(',')
}

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return name === 'locales' ? [] : files(path)
    return /\.(ts|vue)$/.test(name) ? [path] : []
  })
}
