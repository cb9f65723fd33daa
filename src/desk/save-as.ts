import type { Saving } from './desk.ts'

export const saveAs = ({ url, name }: Saving): void => {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
