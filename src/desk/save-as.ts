import type { Saving } from './desk.ts'

/** Has the browser save it, as if a link to it had been followed. */
export const saveAs = ({ url, name }: Saving): void => {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
