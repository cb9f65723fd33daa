import { html, type TemplateResult } from 'lit'
import { isSealDropError, type SealDropError } from '../../core/errors.ts'
import { icon, LOCK } from '../view/icons.ts'
import { expectedSealView, sealLine, sealText } from '../view/seal.ts'
import type { FileWords } from './file-words.ts'

export interface SealModel {
  readonly words: FileWords
  /** The transport's name, such as `didww`. */
  readonly provider: string
  /** Fingerprints of the keys, or why they are not known. */
  readonly sealedFor: readonly string[] | SealDropError | undefined
  /** Said below a list. */
  readonly isBelowList: boolean
}

/** The first 12 digits, in groups of four: enough to compare at a glance. */
const shortFingerprint = (fingerprint: string): string =>
  (
    fingerprint
      .replace(/\s/g, '')
      .slice(0, 12)
      .match(/.{1,4}/g) ?? []
  ).join(' ')

const isReachability = ({ code }: SealDropError): boolean =>
  !['keys-untrusted', 'no-recipient', 'bad-recipient', 'protocol'].includes(code)

/** Why it is not known who can open what is sent, in words. */
export const keysFault = (
  { fileStrings: { seal } }: FileWords,
  sealedFor: SealModel['sealedFor'],
): string => {
  if (!isSealDropError(sealedFor)) return ''
  return isReachability(sealedFor) ? seal.unreachable : seal.untrusted
}

/** Says who can open what is sent, with the whole fingerprints a click away. Never drawn where nothing is encrypted. */
export const sealView = ({
  words,
  provider,
  sealedFor,
  isBelowList,
}: SealModel): TemplateResult => {
  const { seal } = words.fileStrings
  const fault = keysFault(words, sealedFor)
  if (isSealDropError(sealedFor))
    return sealLine(fault, isReachability(sealedFor) ? undefined : 'untrusted')
  const text = sealText(words, provider, isBelowList ? seal.only : words.strings.sealedFor)
  if (!sealedFor?.length) return expectedSealView(text)
  return html`<details part="seal" class="seal">
    <summary>
      ${icon(LOCK)}<span>${text} <code>${shortFingerprint(sealedFor[0] ?? '')}</code></span>
    </summary>
    <p>${seal.fingerprints}</p>
    ${sealedFor.map(fingerprint => html`<code class="whole">${fingerprint}</code>`)}
  </details>`
}
