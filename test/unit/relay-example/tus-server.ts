import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { redisLocker } from '../../../src/relay/redis/index.ts'
import { client } from './redis.ts'

export const tus: Server = new Server({
  path: '/files',
  datastore: new FileStore({ directory: process.env.UPLOADS ?? '/srv/uploads' }),
  locker: redisLocker(client),
})
