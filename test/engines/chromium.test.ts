import { launchChromium } from './driver/chromium.ts'
import { shelved } from './journeys/left.ts'
import { journeys } from './journeys.ts'
import { runJourneys } from './run-journeys.ts'

runJourneys('Chromium', true, launchChromium, { ...journeys, ...shelved })
