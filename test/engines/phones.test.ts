import { devices } from 'playwright'
import { launchChromium } from './driver/chromium.ts'
import { forms } from './journeys/forms.ts'
import { wholeScreen } from './journeys/narrow.ts'
import { sending } from './journeys/sending.ts'
import { touch } from './journeys/touch.ts'
import { runJourneys } from './run-journeys.ts'
import type { Journeys } from './trip.ts'

/** Every click is a tap there. */
const journeys: Journeys = { ...touch, ...sending, ...forms, ...wholeScreen }

const iPhone = { ...devices['iPhone SE'] }
const android = { ...devices['Galaxy S III'] }

runJourneys('a small Android', true, () => launchChromium({ device: android }), journeys)
runJourneys('an iPhone of 320 pixels', true, () => launchChromium({ device: iPhone }), journeys)
runJourneys(
  'a screen of 260 pixels',
  true,
  () => launchChromium({ device: { ...iPhone, viewport: { width: 260, height: 460 } } }),
  { ...touch, ...wholeScreen },
)
