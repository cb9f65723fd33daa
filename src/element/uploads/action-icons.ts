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
