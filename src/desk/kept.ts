/**
 * What this browser keeps for the desk: one sealed identity, as text, where a person asked for it. In localStorage, because it is there
 * before the page is first drawn, and because nothing stays of it when it is removed, not even an empty database.
 */
const KEY = 'sealdrop:identity'

/** Undefined where there is none, or where the browser keeps nothing for this page. */
export const readKept = (): string | undefined => {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

/** Whether it is kept now. */
export const keep = (sealed: string): boolean => {
  try {
    localStorage.setItem(KEY, sealed)
    return localStorage.getItem(KEY) === sealed
  } catch {
    return false
  }
}

export const removeKept = (): void => {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Then nothing was kept.
  }
}
