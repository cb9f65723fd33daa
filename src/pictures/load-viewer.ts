/** What shows a picture in large. Loaded when somebody looks at one. */
export const loadViewer = (): Promise<typeof import('./viewer.ts')> => import('./viewer.ts')
