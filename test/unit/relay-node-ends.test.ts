import { createServer, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { Relay } from '../../src/relay/index.ts'
import { httpRelay, type NodeRequest } from '../../src/relay/node/index.ts'
import { awaited, closed, listening } from './relay-tools.ts'
import { open } from './relay-upstream-tools.ts'

/** Hands on what a test's own handler answers. */
const handlerOf = (answer: (request: Request) => Promise<Response>) =>
  httpRelay(
    Object.assign(answer, { base: '/relay', maxSeconds: 60, ready: () => {} }) satisfies Relay,
  )

const listeningWith = async (
  listener: (request: NodeRequest, response: ServerResponse) => void,
): Promise<string> => {
  const server = createServer(listener)
  open.push(() => closed(server))
  return listening(server)
}

/** A visitor who sends these lines, and reads nothing. */
const sending = (url: string, text: string) => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.pause()
  socket.write(text)
  open.push(async () => void socket.destroy())
  return socket
}
const GET = 'GET /relay/http HTTP/1.1\r\nHost: x\r\n\r\n'

test('an answer that something else gave first stays, and the relay’s is let go', async () => {
  const late = awaited()
  const canceled = awaited()
  const body = new ReadableStream({ cancel: () => canceled.resolve() })
  const relay = handlerOf(async () => {
    await late.promise
    return new Response(body)
  })
  const url = await listeningWith((request, response) => {
    relay(request, response)
    response.writeHead(503).end('It took too long.')
  })
  const answer = await fetch(`${url}/relay/http`)
  expect([answer.status, await answer.text()]).toEqual([503, 'It took too long.'])
  late.resolve()
  await canceled.promise
})

test('also where it ends what the relay has begun to send', async () => {
  const canceled = awaited()
  let send = (): void => {}
  const body = new ReadableStream({
    start(controller) {
      send = () => controller.enqueue(new Uint8Array(10))
      send()
    },
    cancel: () => canceled.resolve(),
  })
  const url = await listeningWith((request, response) => {
    handlerOf(async () => new Response(body))(request, response)
    const write = response.write.bind(response)
    response.write = ((bytes: Uint8Array) => {
      const isTaken = write(bytes)
      response.end()
      send()
      return isTaken
    }) as typeof response.write
  })
  expect((await (await fetch(`${url}/relay/http`)).arrayBuffer()).byteLength).toBe(10)
  await canceled.promise
})

test('a download that is cut ends also for who does not read', async () => {
  const isFull = awaited()
  let cut = (): void => {}
  const body = new ReadableStream({
    start(controller) {
      cut = () => controller.error(new Error('The request took more than 60 seconds.'))
      controller.enqueue(new Uint8Array(10))
    },
  })
  const over = awaited()
  const url = await listeningWith((request, response) => {
    response.once('close', () => over.resolve())
    const write = response.write.bind(response)
    // The network holds megabytes; here it is full at once.
    response.write = ((bytes: Uint8Array) => {
      write(bytes)
      isFull.resolve()
      return false
    }) as typeof response.write
    handlerOf(async () => new Response(body))(request, response)
  })
  sending(url, GET)
  await isFull.promise
  cut()
  await over.promise
})

test('who left before the relay was asked is gone for it, too', async () => {
  const seen = awaited<unknown>()
  const relay = handlerOf(async request => {
    const said = await request.text().catch(() => 'cut')
    seen.resolve([request.signal.aborted, said])
    return new Response()
  })
  const asked = awaited()
  const url = await listeningWith((request, response) => {
    asked.resolve()
    // Something before the relay takes its time.
    response.once('close', () => relay(request, response))
  })
  const visitor = sending(url, 'PUT /relay/http HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na')
  await asked.promise
  visitor.destroy()
  expect(await seen.promise).toEqual([true, 'cut'])
})
