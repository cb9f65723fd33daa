/**
 * How often a test tries what chance made: `all` times, but in `npm test` one in four of them. `npm run test:all`, and whoever
 * runs the test by its name, tries all.
 */
export const turnsOf = (all: number): number =>
  process.env.SEALDROP_TURNS === 'few' ? Math.ceil(all / 4) : all
