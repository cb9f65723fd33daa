/** Gives each heading of a page the anchor that GitHub and npm give it. */
export const createAnchors = (): ((heading: string) => string) => {
  const seen = new Map<string, number>()
  return heading => {
    const anchor = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(anchor) ?? 0
    seen.set(anchor, count + 1)
    return count === 0 ? anchor : `${anchor}-${count}`
  }
}
