import type { Settings } from '../settings.ts'

/**
 * The settings as they are now: the element's own go on changing, and a file travels as it was told when it was added.
 * `authorize` stays the page's newest.
 */
export const asTold = (settings: Settings): Settings => ({
  transport: settings.transport,
  endpoint: settings.endpoint,
  options: settings.options,
  seal: settings.seal,
  recipients: settings.recipients,
  pin: settings.pin,
  accept: settings.accept,
  maxSize: settings.maxSize,
  maxFiles: settings.maxFiles,
  multiple: settings.multiple,
  upload: settings.upload,
  valueFormat: settings.valueFormat,
  fileName: settings.fileName,
  workerUrl: settings.workerUrl,
  parallel: settings.parallel,
  origins: settings.origins,
  retryPolicy: settings.retryPolicy,
  get authorize() {
    return settings.authorize
  },
})
