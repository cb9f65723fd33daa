import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { isRoomName, type RoomName, rooms } from './rooms.ts'

// Our plugin is TypeScript, and every process of StrykerJS loads it.
process.env.NODE_OPTIONS = '--import tsx'

const [word, ...paths] = process.argv.slice(2)
const names = Object.keys(rooms).join(', ')

const mutate = async (name: RoomName): Promise<void> => {
  const room = rooms[name]
  const report = join('.cache', 'mutate', name)
  process.env.SEALDROP_ROOM = name
  await mkdir('.cache/mutate', { recursive: true })
  const stryker = new Stryker({
    mutate: paths.length > 0 ? paths : [...room.mutate],
    testRunner: 'vitest',
    plugins: [
      '@stryker-mutator/vitest-runner',
      import.meta.resolve('./messages.ts'),
      import.meta.resolve('./results.ts'),
    ],
    ignorers: ['messages'],
    vitest: {
      configFile: `test/mutate/vitest${room.inBrowser ? '.browser' : ''}.config.ts`,
      // The configuration names the tests of the room; to find them anew for each mutant takes longer than to run them.
      related: false,
    },
    coverageAnalysis: 'perTest',
    // A constant of a module is made once, before any test: judging one needs every test in a new process.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `${report}.incremental.json`,
    reporters: ['clear-text', 'json', 'progress-append-only', 'results'],
    jsonReporter: { fileName: `${report}.json` },
    clearTextReporter: {
      allowColor: false,
      allowEmojis: false,
      logTests: false,
      reportTests: false,
    },
    tempDirName: '.cache/mutate/sandbox',
    ignorePatterns: ['.cache', '.ci', 'dist', 'test/bench', 'test/browser'],
    // A loop is found out by its own count of hits. A test that waits is none, nor is one on a machine with other work.
    timeoutMS: 30_000,
    concurrency: 1,
    allowEmpty: false,
    thresholds: { high: 95, low: 85, break: null },
    // StrykerJS 9 would rewrite ours with TypeScript's old API, which TypeScript 7 no longer has: it must find none.
    tsconfigFile: 'none',
    // Vite strips types and checks none.
    disableTypeChecks: false,
  })
  await stryker.runMutationTest()
}

if (isRoomName(word)) await mutate(word)
else {
  console.error(`Which room? npm run mutate -- <room>, where a room is one of: ${names}.`)
  process.exitCode = 1
}
