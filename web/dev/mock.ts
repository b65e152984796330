// A stand-in for the server while pages are drawn: answers /api/v1 from fixtures.
// It is a plugin of the development and preview server and never part of a build.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'

type Next = () => void

export function mockServer(on: boolean): Plugin {
  const handle = async (request: IncomingMessage, response: ServerResponse, next: Next) => {
    if (!request.url?.startsWith('/api/')) return next()
    const { answer } = await import('./routes')
    const body = await read(request)
    const result = answer(request.method ?? 'GET', new URL(request.url, 'http://localhost'), body)
    response.statusCode = result.status
    response.setHeader('Content-Type', result.status < 400 ? 'application/json' : 'application/problem+json')
    response.end(result.body === undefined ? undefined : JSON.stringify(result.body))
  }
  return {
    name: 'anlan-mock-server',
    configureServer: (server) => {
      if (on) server.middlewares.use((q, s, n) => void handle(q, s, n))
    },
    configurePreviewServer: (server) => {
      if (on) server.middlewares.use((q, s, n) => void handle(q, s, n))
    },
  }
}

function read(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
    request.on('end', () => resolve(text))
  })
}
