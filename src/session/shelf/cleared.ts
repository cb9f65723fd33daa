/**
 * Fired at the window when all that is kept in this browser was deleted: forms of the page keep nothing more either. Other tabs hear
 * of it by a `storage` event of this key.
 */
export const CLEARED = 'sealdrop:cleared'
