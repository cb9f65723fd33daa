import { misconfigured } from './errors.ts'

/** Reads pinned key fingerprints: SHA-1 hex, separated by spaces, commas or DIDWW's `:::`. Throws `misconfigured`. */
export const parsePin = (
  pin: string | readonly string[] | undefined,
): readonly string[] | undefined => {
  if (pin === undefined) return undefined
  // Options may come from JSON and hold anything. A pin that cannot be read must be an error, not a missing pin.
  const pins = (Array.isArray(pin) ? pin : [pin])
    .map(String)
    .flatMap(text => text.split(/[\s,:]+/))
    .filter(text => text !== '')
    .map(text => text.toLowerCase())
  if (pins.length < 2 || pins.some(text => !/^[0-9a-f]{40}$/.test(text)))
    throw misconfigured('pin needs the SHA-1 fingerprints (40 hex digits) of both keys.')
  return pins
}
