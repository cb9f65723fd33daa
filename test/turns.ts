/** In `npm test`: what takes long tries less. */
export const isShort: boolean = process.env.SEALDROP_TURNS === 'few'

/**
 * How often a test tries what chance made: `all` times, but in `npm test` one in four of them. `npm run test:all`, and whoever
 * runs the test by its name, tries all.
 */
export const turnsOf = (all: number): number => (isShort ? Math.ceil(all / 4) : all)
