import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { open } from './relay-upstream-tools.ts'

/** A server whose certificate nobody vouches for. `openssl`: as `oracle` names it; `folder`: for its key. */
export const startSelfSigned = async (openssl: string, folder: string): Promise<string> => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const made = spawnSync(openssl, [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', key, '-out', cert, '-subj', '/CN=nobody.example', '-days', '1'],
  ])
  if (made.status !== 0) throw new Error(String(made.stderr))
  const pair = { key: readFileSync(key), cert: readFileSync(cert) }
  const server = createTlsServer(pair, (_, response) => response.end())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  open.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server that says something else than HTTP to whoever asks. */
export const startBabbling = async (): Promise<string> => {
  const server = createTcpServer(socket => {
    socket.on('error', () => {}).once('data', () => socket.end('220 mail.example ESMTP\r\n'))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  open.push(async () => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
