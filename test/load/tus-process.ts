import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { serveWords } from './serve-words.ts'

// The real tus server with its files on disk, in the folder that the command line names. What is whole is counted and deleted, as a site
// fetches what it got: the disk never holds more than what is under way.

const [, , directory = ''] = process.argv
// Also where the command was ended in the midst: it would have removed it.
process.on('exit', () => rmSync(directory, { recursive: true, force: true }))

let uploads = 0
let bytes = 0

const datastore = new FileStore({ directory })
const tus = new Server({
  path: '/files',
  datastore,
  async onUploadFinish(_, { id, size = 0, offset }) {
    if (offset === size) {
      uploads += 1
      bytes += size
    }
    await datastore.remove(id)
    return {}
  },
})

serveWords({
  begin() {
    uploads = 0
    bytes = 0
  },
  tell: () => ({ uploads, bytes }),
})
const server = createServer((request, response) => {
  tus.handle(request, response).catch(() => response.destroy())
})
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
