import { changing } from './journeys/changing.ts'
import { desk } from './journeys/desk.ts'
import { forms } from './journeys/forms.ts'
import { keyboard } from './journeys/keyboard.ts'
import { labels } from './journeys/labels.ts'
import { left } from './journeys/left.ts'
import { narrow } from './journeys/narrow.ts'
import { origins } from './journeys/origins.ts'
import { pausing } from './journeys/pausing.ts'
import { pictures } from './journeys/pictures.ts'
import { classicScript, sending } from './journeys/sending.ts'
import { single } from './journeys/single.ts'
import { slowLine } from './journeys/slow-line.ts'
import { tabs } from './journeys/tabs.ts'
import { watched } from './journeys/watched.ts'
import type { Journeys } from './trip.ts'

/** Every engine walks them all. */
export const journeys: Journeys = {
  ...watched,
  ...sending,
  ...classicScript,
  ...origins,
  ...pausing,
  ...changing,
  ...single,
  ...slowLine,
  ...tabs,
  ...left,
  ...forms,
  ...keyboard,
  ...labels,
  ...narrow,
  ...pictures,
  ...desk,
}
