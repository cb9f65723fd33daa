import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { createFolder } from '../engines/driver/downloads.ts'
import { startGroup } from '../engines/driver/group.ts'
import { undoOnFailure } from '../engines/driver/undo.ts'
import { isRoot } from '../install.ts'

export interface NginxOptions {
  /** As `oracle` names it. */
  readonly program: string
  /** Where what comes to it goes on to, on this machine. */
  readonly port: number
  /** Whether it collects a request before it passes it on. */
  readonly isBuffering: boolean
}

export interface Proxy {
  /** Origin. */
  readonly url: string
  close(): Promise<void>
}

/** nginx takes no port 0. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export const listens = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/** All that it writes is in its folder. */
const configOf = ({ port, isBuffering }: NginxOptions, own: number, folder: string): string => `
${isRoot ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  client_max_body_size 100m;
  upstream site { server 127.0.0.1:${port}; keepalive 16; }
  server {
    listen 127.0.0.1:${own};
    location / {
      proxy_pass http://site;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_request_buffering ${isBuffering ? 'on' : 'off'};
    }
  }
}
`

/** nginx in front of a site, on connections that stay open on both sides. */
export const startNginx = (options: NginxOptions): Promise<Proxy> =>
  undoOnFailure(async (later, close) => {
    const folder = await createFolder('nginx', later)
    const own = await freePort()
    const path = join(folder, 'nginx.conf')
    await writeFile(path, configOf(options, own, folder))
    const words = ['-e', join(folder, 'error.log'), '-p', folder, '-c', path]
    const { process: nginx, stop } = startGroup(options.program, words)
    later(stop)
    while (!(await listens(own)))
      if (nginx.exitCode !== null) throw new Error(`nginx ended with ${nginx.exitCode}.`)
    return { url: `http://127.0.0.1:${own}`, close }
  })
