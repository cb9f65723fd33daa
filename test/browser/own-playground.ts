import { type Playground, servePlayground } from '../../demo/serve.ts'

/** A playground of this worker's own, on a free port. */
export const startPlayground = (): Promise<Playground> =>
  servePlayground({
    port: 0,
    modulusLength: 2048,
    cacheName: `playground-${process.env.TEST_PARALLEL_INDEX}`,
  })
