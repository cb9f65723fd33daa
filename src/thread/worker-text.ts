/** The built `worker.js` as text: put in by vite.config.ts. */
declare const __WORKER_TEXT__: string

/** For pages whose bundler copied no file, and for those that may start a worker from nothing else. */
export const workerText: string = __WORKER_TEXT__
