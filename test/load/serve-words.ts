import type { Used } from './messages.ts'

export interface Words {
  /** What was counted so far, is not any more. */
  begin(): void
  tell(): object
}

/** Answers the command: `begin`, and `tell`. The process ends with the one that started it. */
export const serveWords = ({ begin, tell }: Words): void => {
  let cpu = process.cpuUsage()
  const used = (): Used => {
    const { user, system } = process.cpuUsage(cpu)
    return { cpuSeconds: (user + system) / 1_000_000 }
  }
  process.on('message', word => {
    if (word === 'tell') return void process.send?.({ ...tell(), ...used() })
    cpu = process.cpuUsage()
    begin()
    process.send?.({})
  })
  process.on('disconnect', () => process.exit())
}
