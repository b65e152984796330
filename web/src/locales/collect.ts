/** Turns `./zh-CN/inbox.json` into the namespace `inbox`. */
export function collect(files: Record<string, unknown>): Record<string, unknown> {
  const catalogue: Record<string, unknown> = {}
  for (const [path, texts] of Object.entries(files)) {
    catalogue[path.replace(/^.*\/|\.json$/g, '')] = texts
  }
  return catalogue
}
