// The budget of the first screen: at most 130 kB of gzipped script before sign-in and inbox can be used.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limit = 130
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const wanted = [
  'index.html',
  'src/locales/zh-CN.ts',
  'src/app/SignIn.vue',
  'src/mechanisms/engine/inbox/list.vue',
]
const seen = new Set()
wanted.forEach(walk)

let total = 0
for (const file of seen) {
  const size = gzipSync(readFileSync(`dist/${file}`)).length / 1000
  total += size
  console.log(`${size.toFixed(1).padStart(7)} kB  ${file}`)
}
console.log(`${total.toFixed(1).padStart(7)} kB  first screen, limit ${limit} kB`)
process.exit(total <= limit ? 0 : 1)

function walk(name) {
  const chunk = manifest[name]
  if (chunk === undefined || seen.has(chunk.file)) return
  if (chunk.file.endsWith('.js')) seen.add(chunk.file)
  for (const inner of chunk.imports ?? []) walk(inner)
}
