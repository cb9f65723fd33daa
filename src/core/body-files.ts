/** The folder of the origin's private file system in which sealed bodies lie, each as a file of its parcel's id. */
export const BODY_FOLDER = 'sealdrop'

/** Larger sealed bodies lie there, where the browser has such a place and the site lets anything be kept. */
export const LARGE_BYTES: number = 64 * 1024 * 1024
