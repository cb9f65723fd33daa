/** What runs in the worker before its own code, so that one stage of it goes wrong. Each must use nothing from outside itself. */
type Break = (self: WorkerScope) => void

interface Message {
  kind: string
  id: number
  name?: string
  args?: { blob: Blob; spec: { scheme: string } }
  result?: unknown
  hasDeferred?: boolean
  digests?: unknown
  error?: unknown
}

/** What the worker's global has and the types of pages do not. */
interface WorkerScope {
  postMessage(message: Message): void
  close(): void
  addEventListener(type: 'message', listener: (event: { data: Message }) => void): void
  readonly crypto: Crypto
  /** What to say instead of a message of this kind that answers a call of this name. */
  instead(kind: string, name: string, change: (message: Message, asked: Message) => Message): void
  /** The same for what was sealed: another body, made of it and of the file that went in. */
  sealed(change: (body: Blob, input: Blob) => Blob): void
  /** Called with each call before the worker sees it, which may change it. */
  asked(look: (call: Message) => void): void
}

/** Runs in the worker: gives `self` what breaks need. */
const prepare = (self: WorkerScope): void => {
  const calls = new Map<number, Message>()
  const looks: ((call: Message) => void)[] = []
  const changes: [string, string, (message: Message, asked: Message) => Message][] = []
  self.addEventListener('message', ({ data }) => {
    if (data.kind !== 'call') return
    calls.set(data.id, { ...data })
    for (const look of looks) look(data)
  })
  const post = self.postMessage.bind(self)
  self.postMessage = message => {
    const asked = calls.get(message.id)
    const change = changes.find(([kind, name]) => message.kind === kind && asked?.name === name)
    post(asked && change ? change[2](message, asked) : message)
  }
  self.instead = (...change) => void changes.push(change)
  self.sealed = change =>
    self.instead('done', 'seal', (message, { args }) => {
      const result = message.result as { body: Blob }
      const body = change(result.body, args?.blob ?? new Blob())
      return { ...message, result: { ...result, body } }
    })
  self.asked = look => void looks.push(look)
}

/** By what is promised: how the file ends then, and what makes its way go wrong. */
export const breaks: Readonly<Record<string, readonly [end: string, broken: Break]>> = {
  'nothing is sent where the intake throws': [
    'failed seal-failed',
    self =>
      self.instead('done', 'examine', ({ id }) => ({
        kind: 'failed',
        id,
        error: { name: 'TypeError', message: 'No.' },
      })),
  ],
  'nothing is sent where the intake finds nothing at all': [
    'refused wrong-type',
    self => self.instead('done', 'examine', ({ id, kind }) => ({ kind, id, result: {} })),
  ],
  'nothing is sent where the hash throws': [
    'failed seal-failed',
    self => {
      self.crypto.subtle.digest = () => Promise.reject(new DOMException('No.', 'OperationError'))
    },
  ],
  'nothing is sent where the seal throws': [
    'failed seal-failed',
    self =>
      self.instead('done', 'seal', ({ id }) => ({
        kind: 'failed',
        id,
        error: { name: 'OperationError', message: 'No.' },
      })),
  ],
  'nothing is sent where the seal returns its input': [
    'failed seal-failed',
    self => self.sealed((_, input) => input),
  ],
  'nothing is sent where the seal returns its input, as long as a sealed file is': [
    'failed seal-failed',
    self =>
      self.sealed((body, input) =>
        new Blob([input, new Uint8Array(body.size)]).slice(0, body.size),
      ),
  ],
  'nothing is sent where the seal returns its input behind the head of a sealed file': [
    'failed seal-failed',
    self => self.sealed((body, input) => new Blob([body.slice(0, 100), input])),
  ],
  'nothing is sent where the seal returns half of a file': [
    'failed seal-failed',
    self => self.sealed(body => body.slice(0, body.size / 2)),
  ],
  'nothing is sent where the seal returns nothing': [
    'failed seal-failed',
    self => self.instead('done', 'seal', message => ({ ...message, result: undefined })),
  ],
  'nothing is sent where the scheme is unknown': [
    'failed seal-failed',
    self =>
      self.asked(({ name, args }) => {
        if (name === 'seal' && args) args.spec.scheme = 'rot13'
      }),
  ],
  'nothing is sent where there is no randomness': [
    'failed seal-failed',
    self => {
      self.crypto.getRandomValues = () => {
        throw new DOMException('No.', 'QuotaExceededError')
      }
    },
  ],
  'nothing is sent where the worker dies over every file': [
    'failed seal-failed',
    self =>
      self.asked(({ name }) => {
        if (name === 'seal') self.close()
      }),
  ],
  'nothing is sent where the worker dies before it is ready': [
    'failed misconfigured',
    () => {
      throw new TypeError('No.')
    },
  ],
}

/** Whether a hash is the right one only a second one could tell, which the server makes. */
export const wrongHash: Break = self => {
  self.crypto.subtle.digest = () =>
    Promise.resolve(self.crypto.getRandomValues(new Uint8Array(32)).buffer)
}

/** Two scripts, one after the other: what breaks the worker, and the worker. */
export const brokenWorker = (broken: Break, worker: string): string =>
  `(self => { (${prepare})(self); (${broken})(self) })(self);\n${worker}`
