import { titleOf } from '../../src/providers/by-name.ts'
import type { ProviderName } from '../../src/providers/names.ts'
import { providers } from '../../src/providers/page.ts'
import { startSandbox } from '../../src/sandbox/index.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Provider } from './provider.ts'
import { seenByDidww, seenIn } from './seen.ts'

/** The attribute `options`, where there are any. */
const optionsAttribute = (options: object): { readonly options?: string } =>
  Object.keys(options).length === 0 ? {} : { options: JSON.stringify(options) }

const offered = (name: ProviderName, sandbox: Sandbox): Provider => {
  const { about, url, endpoint, upstream, options, direct, recipient, wrap, close } = sandbox
  return {
    name,
    title: titleOf(name) ?? name,
    about,
    url,
    endpoint,
    upstream,
    headers: direct.headers,
    attributes: {
      ...(recipient && { recipients: recipient }),
      ...(wrap && { seal: `age+${wrap}` }),
      ...optionsAttribute(options),
    },
    directAttributes: optionsAttribute({ ...options, ...direct.options }),
    seals: providers[name].takes.seals,
    sealed: id =>
      sandbox.received().some(upload => upload.id === id) ? sandbox.sealed(id) : undefined,
    seen: () => seenIn(sandbox),
    close,
  }
}

const didww = async (modulusLength: number): Promise<Provider> => {
  const sandbox = await startSandbox('didww', { modulusLength })
  return { ...offered('didww', sandbox), seen: async () => sandbox.received().map(seenByDidww) }
}

/** Starts every provider's sandbox, each on an origin of its own. */
export const startProviders = (modulusLength: number): Promise<readonly Provider[]> =>
  Promise.all(
    (Object.keys(providers) as ProviderName[]).map(async name =>
      name === 'didww' ? didww(modulusLength) : offered(name, await startSandbox(name)),
    ),
  )
