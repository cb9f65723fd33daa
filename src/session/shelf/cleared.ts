/** Fired at the window when all that is kept in this browser was deleted: forms of the page keep nothing more either. */
export const CLEARED = 'sealdrop:cleared'
