import { startCryptshare } from '../../src/sandbox/cryptshare/sandbox.ts'
import { startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { startDokstamp } from '../../src/sandbox/dokstamp/sandbox.ts'
import { startHttp } from '../../src/sandbox/http/sandbox.ts'
import { startPrivasfer } from '../../src/sandbox/privasfer/sandbox.ts'
import { startTus } from '../../src/sandbox/tus/sandbox.ts'
import type { Provider } from './provider.ts'
import { seenByDidww, seenWithAge } from './seen.ts'

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

const didww = async (modulusLength: number): Promise<Provider> => {
  const { url, endpoint, apiKey, received, close } = await startDidww({ modulusLength })
  return {
    name: 'didww',
    title: 'DIDWW',
    url,
    endpoint,
    about:
      'Encrypted for DIDWW’s two public keys. The sandbox holds both private keys, and opens what it gets with each.',
    headers: { 'Api-Key': apiKey },
    attributes: {},
    upstream: { didww: { endpoint, apiKey } },
    seen: async () => received().map(seenByDidww),
    close,
  }
}

const privasfer = async (): Promise<Provider> => {
  const sandbox = await startPrivasfer()
  const { url, endpoint, token, recipient, close } = sandbox
  return {
    name: 'privasfer',
    title: 'Privasfer',
    url,
    endpoint,
    about:
      'Encrypted with age before Privasfer encrypts it once more, with a key of its own. A lost answer is looked up before anything is sent again.',
    headers: bearer(token),
    attributes: { recipients: recipient },
    upstream: { privasfer: { endpoint, token } },
    seen: () => seenWithAge(sandbox),
    close,
  }
}

const dokstamp = async (): Promise<Provider> => {
  const sandbox = await startDokstamp()
  const { url, endpoint, token, tenant, clientId, clientSecret, recipient, close } = sandbox
  return {
    name: 'dokstamp',
    title: 'DokStamp',
    url,
    endpoint,
    about:
      'DokStamp takes PDFs only: encrypted with age, and put into a PDF that says how to open it.',
    headers: bearer(token),
    attributes: { seal: 'age+pdf', recipients: recipient },
    directAttributes: { options: JSON.stringify({ tenant }) },
    upstream: { dokstamp: { endpoint, clientId, clientSecret, tenant } },
    seen: () => seenWithAge(sandbox),
    close,
  }
}

const cryptshare = async (): Promise<Provider> => {
  const sandbox = await startCryptshare()
  const { url, endpoint, user, clientId, recipients, recipient, close } = sandbox
  return {
    name: 'cryptshare',
    title: 'Cryptshare',
    url,
    endpoint,
    about:
      'Encrypted with age. Files are delivered as you add them; when you apply, they are submitted together, which mails the recipients.',
    headers: {},
    attributes: { recipients: recipient },
    directAttributes: { options: JSON.stringify({ user, clientId, recipients }) },
    upstream: { cryptshare: { endpoint, user, clientId, recipients } },
    seen: () => seenWithAge(sandbox),
    close,
  }
}

const tus = async (): Promise<Provider> => {
  const sandbox = await startTus()
  const { url, endpoint, token, recipient, close } = sandbox
  return {
    name: 'tus',
    title: 'tus',
    url,
    endpoint,
    about: 'Encrypted with age. What was cut goes on where it stopped, with the same bytes.',
    headers: bearer(token),
    attributes: { recipients: recipient },
    upstream: { tus: { endpoint, headers: bearer(token) } },
    seen: () => seenWithAge(sandbox),
    close,
  }
}

const http = async (): Promise<Provider> => {
  const sandbox = await startHttp()
  const { url, endpoint, token, recipient, close } = sandbox
  const reference = { json: 'data.id' }
  return {
    name: 'http',
    title: 'Plain HTTP',
    url,
    endpoint,
    about:
      'Encrypted with age. Any server that takes a form’s upload will do; this one keeps what it gets.',
    headers: bearer(token),
    attributes: { recipients: recipient, options: JSON.stringify({ reference }) },
    upstream: { http: { endpoint, headers: bearer(token), reference } },
    seen: () => seenWithAge(sandbox),
    close,
  }
}

/** Starts every provider's sandbox, each on an origin of its own. */
export const startProviders = (modulusLength: number): Promise<readonly Provider[]> =>
  Promise.all([didww(modulusLength), privasfer(), dokstamp(), cryptshare(), tus(), http()])
