import type { ViteUserConfig } from 'vitest/config'
import unit from '../vitest.unit.config.ts'
import { isRoomName, rooms, slowFiles } from './rooms.ts'

const room = process.env.SEALDROP_ROOM
if (!isRoomName(room)) throw new Error('SEALDROP_ROOM must name a room: use npm run mutate.')

/** The unit tests that StrykerJS runs for each mutant of a room. */
const config: ViteUserConfig = {
  ...unit,
  test: {
    ...unit.test,
    include: [...rooms[room].tests],
    exclude: [...slowFiles],
    setupFiles: ['test/mutate/setup.ts'],
    // Instrumented code is several times slower than its own.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
}
export default config
