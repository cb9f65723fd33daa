import { type Format, formats } from './formats.ts'

const others =
  /^(docx?|xlsx?|pptx?|od[tsp]|rtf|e?ps|x?fdf|p7m|txt|csv|html?|xml|svg|hei[cf]|avif|gif|webp|tiff?|bmp|mp4|mov|zip|7z|rar|gz|exe)$/

/** Whether the extension stands for a known format other than `format`. A missing or unknown extension is no contradiction. */
export const isMisnamed = (name: string, format: Format): boolean => {
  const extension = /\.([^.\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const claimed = formats.find(({ extensions }) => extensions.includes(extension))
  return claimed ? claimed !== format : others.test(extension)
}
