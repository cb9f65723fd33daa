import type { Seen } from '../providers/provider.ts'
import type { Config } from '../serve.ts'

/** What `stand-ins.json` holds: nothing where the site is served as plain files. */
type StandIns = Partial<Config>

const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

/** One upload as the stand-in of the server sees it, and what the recipient's key makes of it. */
const seenRow = ({ wireName, size, head, sha256 }: Seen, claimed: string | undefined) => {
  const row = make('li')
  const bytes = make('code', `${head.match(/.{1,8}/g)?.join(' ') ?? ''} …`)
  const opened =
    sha256 === undefined
      ? 'The recipient’s key does not open it.'
      : sha256 === claimed
        ? `The recipient opens it: the same SHA-256, ${sha256}`
        : `The recipient opens it. SHA-256: ${sha256}`
  row.append(
    make('p', `${wireName}, ${size.toLocaleString('en')} bytes, begins with`),
    bytes,
    make('p', opened),
  )
  return row
}

const show = (live: Element, { providers = [] }: StandIns): void => {
  const provider = providers.find(({ name }) => name === 'http')
  if (!provider) return
  const papers = document.createElement('seal-drop')
  const attributes = {
    ...provider.attributes,
    id: 'papers',
    transport: 'http',
    endpoint: provider.relay,
    multiple: '',
    label: 'Your documents',
  }
  for (const [name, value] of Object.entries(attributes)) papers.setAttribute(name, value)
  const received = make('ol')
  received.className = 'received'
  const title = make('h3', 'What the server received')
  const claims = new Map<string, string | undefined>()
  papers.addEventListener('sealdrop-receipt', async ({ receipt }) => {
    claims.set(receipt.sealed.sha256, receipt.sha256)
    const seen: readonly Seen[] = await (await fetch('/seen.json?provider=http')).json()
    received.replaceChildren(
      ...seen
        .filter(({ sealedSha256 }) => claims.has(sealedSha256))
        .map(upload => seenRow(upload, claims.get(upload.sealedSha256))),
    )
    if (!title.isConnected) live.append(title, received)
  })
  live.replaceChildren(papers)
}

const live = document.querySelector('#live')
// From a disk there is no server to ask.
if (live && location.protocol !== 'file:')
  fetch('stand-ins.json')
    .then(answer => answer.json())
    .then((standIns: StandIns) => show(live, standIns))
    .catch(() => {}) // The note stays where it is.
