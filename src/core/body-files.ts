/** The folder of the origin's private file system in which sealed bodies lie, each as a file of its parcel's id. */
export const BODY_FOLDER = 'sealdrop'

/** The worker seals larger documents into a file there, where the browser has such a place and the site lets anything be kept. */
export const FILE_BYTES: number = 8 * 1024 * 1024

/** A larger body that lies in memory is copied there, should it be kept; a smaller one into a database. */
export const LARGE_BYTES: number = 64 * 1024 * 1024
