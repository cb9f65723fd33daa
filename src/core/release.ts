/** Closed: what it is handed goes nowhere. */
let nowhere: MessagePort | undefined

/**
 * Gives a buffer's memory back at once; nothing of it can be read any more. Otherwise it stays until the browser collects garbage,
 * which a worker that rests may not do for minutes. By a transfer: after `ArrayBuffer.transfer(0)` Chromium still holds what it gave
 * itself, such as what was read from a file (measured).
 */
export const release = ({ buffer }: Uint8Array<ArrayBuffer>): void => {
  if (!nowhere) {
    nowhere = new MessageChannel().port1
    nowhere.close()
  }
  nowhere.postMessage(undefined, [buffer])
}
