import { type Chromium, launchChromium as launch } from '../engines/driver/chromium.ts'

/** A page can have its garbage collected before it measures. */
export const launchChromium = (): Promise<Chromium> => launch({ args: ['--js-flags=--expose-gc'] })
