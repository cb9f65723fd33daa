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

const others =
  /^(docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|html?|xml|svg|hei[cf]|avif|gif|webp|tiff?|bmp|mp4|mov|zip|7z|rar|gz|exe)$/

/** Whether the extension stands for a known format other than `format`. A missing or unknown extension is no contradiction. */
export const isMisnamed = (name: string, format: Format): boolean => {
  const extension = /\.([^.\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const claimed = formats.find(({ extensions }) => extensions.includes(extension))
  return claimed ? claimed !== format : others.test(extension)
}
