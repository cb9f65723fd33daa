/** The code of uploads: session, list, words for files. It loads once, for all elements; a failure is forgotten. */
export const loadUploads = (): Promise<typeof import('./uploads/uploads.ts')> =>
  import('./uploads/uploads.ts')
