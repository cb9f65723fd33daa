import { webkitPaths } from '../engine-paths.ts'
import { launchWebKit } from './driver/webkit.ts'
import { journeys } from './journeys.ts'
import { runJourneys } from './run-journeys.ts'

runJourneys('WebKitGTK', webkitPaths() !== undefined, launchWebKit, journeys)
