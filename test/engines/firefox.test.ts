import { firefoxPath } from '../engine-paths.ts'
import { launchFirefox } from './driver/firefox.ts'
import { awake } from './journeys/awake.ts'
import { shelved } from './journeys/left.ts'
import { journeys } from './journeys.ts'
import { runJourneys } from './run-journeys.ts'

runJourneys('Firefox', firefoxPath() !== undefined, launchFirefox, {
  ...journeys,
  ...shelved,
  ...awake,
})
