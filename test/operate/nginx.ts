import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createFolder } from '../engines/driver/downloads.ts'
import { undoOnFailure } from '../engines/driver/undo.ts'
import { isRoot } from '../install.ts'
import { freePort, startListening } from './program.ts'

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

/** All that it writes is in its folder. */
const around = (folder: string, inHttp: string): string => `
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
  ${inHttp}
}
`

const serverOf = ({ port, isBuffering }: NginxOptions, own: number): string => `
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
`

/** nginx with what stands in its `http` block, which listens on this port of its own. */
export const startNginxWith = async (
  program: string,
  inHttp: string,
  own: number,
  later: (undo: () => Promise<unknown>) => void,
): Promise<void> => {
  const folder = await createFolder('nginx', later)
  const path = join(folder, 'nginx.conf')
  await writeFile(path, around(folder, inHttp))
  const words = ['-e', join(folder, 'error.log'), '-p', folder, '-c', path]
  await startListening(program, words, own, later)
}

/** nginx in front of a site, on connections that stay open on both sides. */
export const startNginx = (options: NginxOptions): Promise<Proxy> =>
  undoOnFailure(async (later, close) => {
    const own = await freePort()
    await startNginxWith(options.program, serverOf(options, own), own, later)
    return { url: `http://127.0.0.1:${own}`, close }
  })
