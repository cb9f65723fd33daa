/** The first so many files that were chosen in the page's only input. */
export const chosenFiles = (count: number): File[] => {
  const files = [...(document.querySelector('input')?.files ?? [])].slice(0, count)
  if (files.length !== count) throw new Error(`Only ${files.length} files were chosen.`)
  return files
}
