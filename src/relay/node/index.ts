export {
  type CloseOnSignalOptions,
  type CloseOptions,
  closeOnSignal,
  closeServer,
} from './close.ts'
export { type ConnectMiddleware, connectRelay } from './connect.ts'
export type { AnyServer } from './connections.ts'
export { expressRelay } from './express.ts'
export { type FastifyInstance, fastifyRelay } from './fastify.ts'
export { withHealth } from './health.ts'
export { httpRelay } from './http.ts'
export { type KoaContext, koaRelay } from './koa.ts'
export type { NodeRequest } from './request.ts'
