// Types of the API from the OpenAPI document of the server. With --check it only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const document = '../schemas/openapi.json'
const target = 'src/api/schema.d.ts'

if (!existsSync(document)) {
  console.error(`${document} does not exist: write it with "anlan docs"`)
  process.exit(1)
}
const described = JSON.parse(readFileSync(document, 'utf8'))
const types =
  '// Generated from schemas/openapi.json by `npm run api`. Do not edit.\n' +
  astToString(await openapiTS(described, { emptyObjectsUnknown: true }))
if (!process.argv.includes('--check')) writeFileSync(target, types)
else if (!existsSync(target) || readFileSync(target, 'utf8') !== types) {
  console.error(`${target} is not what ${document} says: run npm run api`)
  process.exit(1)
}
