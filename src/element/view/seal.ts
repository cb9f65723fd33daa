import { html, type TemplateResult } from 'lit'
import { isSealDropError, type SealDropError } from '../../core/errors.ts'
import { titleOf } from '../../providers/by-name.ts'
import type { ProviderName } from '../../providers/names.ts'
import type { Words } from '../words.ts'
import { icon } from './icons.ts'

export interface SealModel {
  readonly words: Words
  /** The transport's name, such as `didww`. */
  readonly provider: string
  /** Fingerprints of the keys, or why they are not known. */
  readonly sealedFor: readonly string[] | SealDropError | undefined
  readonly isCompact: boolean
}

/** The first 12 digits, in groups of four: enough to compare at a glance. */
const shortFingerprint = (fingerprint: string): string =>
  (
    fingerprint
      .replace(/\s/g, '')
      .slice(0, 12)
      .match(/.{1,4}/g) ?? []
  ).join(' ')

const line = (content: string | TemplateResult, modifier = ''): TemplateResult =>
  html`<p part="seal" class="seal ${modifier}">${icon('lock')}<span>${content}</span></p>`

const isReachability = ({ code }: SealDropError): boolean =>
  !['keys-untrusted', 'no-recipient', 'bad-recipient', 'protocol'].includes(code)

/** Says who can open what is sent, with the whole fingerprints a click away. Never drawn where nothing is encrypted. */
export const sealView = ({ words, provider, sealedFor, isCompact }: SealModel): TemplateResult => {
  const { seal, provider: names } = words.strings
  if (isSealDropError(sealedFor))
    return isReachability(sealedFor) ? line(seal.unreachable) : line(seal.untrusted, 'untrusted')
  const recipient = names[provider as ProviderName] ?? titleOf(provider)
  const text = html`${isCompact ? seal.only : seal.for} <b>${recipient}</b>`
  if (!sealedFor?.length) return line(text)
  return html`<details part="seal" class="seal">
    <summary>
      ${icon('lock')}<span>${text} <code>${shortFingerprint(sealedFor[0] ?? '')}</code></span>
    </summary>
    <p>${seal.fingerprints}</p>
    ${sealedFor.map(fingerprint => html`<code class="whole">${fingerprint}</code>`)}
  </details>`
}
