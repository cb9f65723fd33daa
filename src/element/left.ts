/** In `localStorage`, while unfinished uploads are shelved. */
const SHELF = 'sealdrop:shelf'
/** In `sessionStorage`: what was delivered in this tab and its form did not send. */
export const KEPT = 'sealdrop:sent'

/** Whether an earlier view of a page left something here. Most have not: no database is opened to find that out. */
export const isSomethingLeft = (): boolean => {
  try {
    return SHELF in localStorage || KEPT in sessionStorage
  } catch {
    return false // storage is blocked, or a test runner has none
  }
}
