/** What a person may do with a file. */
export type FileAction = 'pause' | 'resume' | 'retry' | 'cancel' | 'remove'

/** What is on the buttons of a file: paths on a grid of 24. */
export const actionIcons: Readonly<Record<FileAction, string>> = {
  pause: 'M9 6v12M15 6v12',
  resume: 'M8 5l11 7-11 7z',
  retry: 'M19 8a8 8 0 1 0 1 6M20 4v5h-5',
  cancel: 'M6 6l12 12M18 6L6 18',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
}

/** Beside the words for where a file stands. */
export const TICK = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0m5 .5l3 3l5.5-6'
export const ALERT = 'M12 3.5l9.5 16.5h-19zM12 10v4.5m0 2.5v.1'
export const ASK =
  'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0m6.5-2a2.5 2.5 0 1 1 4 2q-1.5 1-1.5 2m0 2.5v.1'
