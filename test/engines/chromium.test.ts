import { launchChromium } from './driver/chromium.ts'
import { engines } from './driver/engines.ts'
import { changing } from './journeys/changing.ts'
import { shelved } from './journeys/left.ts'
import { journeys } from './journeys.ts'
import { runJourneys } from './run-journeys.ts'

const isOneOfThem = engines.some(({ name }) => name === 'Chromium')

// Where Firefox walks them all, what differs from engine to engine, and SECURITY.md promises of this one, too.
const walked = isOneOfThem ? { ...journeys, ...shelved } : changing
runJourneys('Chromium', true, launchChromium, walked)
