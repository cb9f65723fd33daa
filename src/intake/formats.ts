/** A format that intake can check. */
export interface Format {
  /** As people call it. */
  readonly name: 'PDF' | 'JPG' | 'PNG'
  /** Media type. */
  readonly type: string
  /** Lower case, without the dot. */
  readonly extensions: readonly string[]
}

/** The formats that intake can check, in the order in which people are told them. */
export const formats: readonly Format[] = [
  { name: 'PDF', type: 'application/pdf', extensions: ['pdf'] },
  { name: 'JPG', type: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { name: 'PNG', type: 'image/png', extensions: ['png'] },
]
