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
for (const [address, operations] of Object.entries(described.paths)) {
  for (const operation of Object.values(operations)) placeParameters(address, operation)
}
const types =
  '// Generated from schemas/openapi.json by `npm run api`. Do not edit.\n' +
  astToString(await openapiTS(described, { emptyObjectsUnknown: true }))
if (!process.argv.includes('--check')) writeFileSync(target, types)
else if (!existsSync(target) || readFileSync(target, 'utf8') !== types) {
  console.error(`${target} is not what ${document} says: run npm run api`)
  process.exit(1)
}

/** What stands in the address is a path parameter, everything else a query: the address decides, not the label. */
function placeParameters(address, operation) {
  const inAddress = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const known = operation.parameters ?? []
  for (const parameter of known) {
    if (parameter.in !== 'path' || inAddress.includes(parameter.name)) continue
    parameter.in = 'query'
    parameter.required = false
  }
  for (const name of inAddress) {
    if (known.some((parameter) => parameter.name === name)) continue
    known.push({ name, in: 'path', required: true, schema: { type: 'string' } })
  }
  if (known.length > 0) operation.parameters = known
}
