import { asSealDropError, type SealDropError } from '../core/errors.ts'
import { type Format, formats } from '../intake/formats.ts'
import { providers } from '../providers/page.ts'
import { headBytes, plainWithin } from '../seal/limit.ts'
import { chooseSeal, takenFormats } from '../seal/named.ts'
import { type ReadSettings, readSettings } from './read-settings.ts'
import type { Settings } from './settings.ts'

/** Which files may be added. */
export interface Admissible {
  readonly formats: readonly Format[]
  /** The largest original that fits, in bytes. */
  readonly largest: number | undefined
}

/** Comes to what the session comes to, whose code may not be there yet. */
const admissibleOf = ({ rules, seal, transport }: ReadSettings): Admissible => {
  const made =
    'send' in transport
      ? transport
      : { name: transport.name, prescribe: true, traits: providers[transport.name].takes }
  const { traits } = made
  const { maxBytes = rules.maxBytes } = traits
  const chosen = chooseSeal(made, seal)
  return {
    formats: takenFormats(traits, chosen, rules.accept),
    largest: plainWithin(Math.min(rules.maxBytes, maxBytes), chosen.scheme, headBytes(chosen)),
  }
}

/** What the settings alone say, before any code for uploads is there: which files may be added, or why none can. */
export interface Outlook extends Admissible {
  readonly fault: SealDropError | undefined
}

export const outlookOf = (settings: Settings): Outlook => {
  try {
    return { ...admissibleOf(readSettings(settings)), fault: undefined }
  } catch (thrown) {
    const fault = asSealDropError(thrown, 'misconfigured', 'The settings cannot be used.')
    return { formats, largest: undefined, fault }
  }
}

/**
 * Since Android 14 its Chromium offers no camera where a page takes pictures alone, but does beside a type that it does not know.
 * With `capture` it opens the camera at once, and only where all types are pictures.
 */
const needsCamera = (formats: readonly Format[]): boolean =>
  (navigator as { userAgentData?: { platform: string } }).userAgentData?.platform === 'Android' &&
  formats.every(({ type }) => type.startsWith('image/'))

/** The formats for a file chooser. Systems differ in whether they go by extension or by media type. */
export const acceptOf = ({ formats }: Admissible, capture: string | undefined): string =>
  [
    ...formats.flatMap(({ type, extensions }) => [...extensions.map(name => `.${name}`), type]),
    ...(capture === undefined && needsCamera(formats) ? ['android/allowCamera'] : []),
  ].join()
