/** In `localStorage`, while unfinished uploads are shelved. */
const SHELF = 'sealdrop:shelf'
/** In `sessionStorage`: what was delivered in this tab and its form did not send. */
export const KEPT = 'sealdrop:sent'

/**
 * Whether an earlier view of a page left something here. Most have not: no database is opened to find that out. That there is one
 * says what the item says, too: a browser writes items down after 5 s, and one that is killed before loses it.
 */
export const isSomethingLeft = async (): Promise<boolean> => {
  try {
    if (SHELF in localStorage || KEPT in sessionStorage) return true
    return (await indexedDB.databases()).some(({ name }) => name === 'sealdrop')
  } catch {
    return false // storage is blocked, or a test runner has none
  }
}
