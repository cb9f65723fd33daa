/** What was started so far, to be undone in reverse: when all is done, or when the next step fails. */
export const undoOnFailure = async <Value>(
  build: (
    later: (undo: () => Promise<unknown>) => void,
    close: () => Promise<void>,
  ) => Promise<Value>,
): Promise<Value> => {
  const undoes: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (;;) {
      const undo = undoes.pop()
      if (!undo) return
      await undo()
    }
  }
  try {
    return await build(undo => undoes.push(undo), close)
  } catch (error) {
    await close()
    throw error
  }
}
