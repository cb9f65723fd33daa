/** In `sessionStorage`: what was delivered in this tab and its form did not send. */
export const KEPT = 'sealdrop:sent'

/**
 * Whether an earlier view of a page left something here. Most have not, and then there is no database: none is opened to find
 * that out. It is asked, and not the shelf's own item: a browser writes that down after 5 s, and one that is killed loses it.
 */
export const isSomethingLeft = async (): Promise<boolean> => {
  try {
    const isKept = KEPT in sessionStorage
    return isKept || (await indexedDB.databases()).some(({ name }) => name === 'sealdrop')
  } catch {
    return false // storage is blocked, or a test runner has none
  }
}
