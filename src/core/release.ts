/** Its other end is closed: what it is handed goes nowhere. */
let nowhere: MessagePort | undefined

/**
 * Gives a buffer's memory back at once; nothing of it can be read any more. Otherwise it stays until the browser collects garbage,
 * which a worker that rests may not do for minutes. By a transfer to a port whose other end is closed: after
 * `ArrayBuffer.transfer(0)` Chromium still holds what it gave itself, such as what was read from a file, and what is handed to a
 * port that is closed itself it holds, too (measured).
 */
export const release = ({ buffer }: Uint8Array<ArrayBuffer>): void => {
  if (!nowhere) {
    const { port1, port2 } = new MessageChannel()
    port2.close()
    nowhere = port1
  }
  nowhere.postMessage(undefined, [buffer])
}
