/** Where an upstream has something, at the endpoint's own host. */
export interface PlaceAtHost {
  readonly path: string
  /** With its question mark, or empty. A signed URL has its token there: no visitor may read it. */
  readonly query: string
}

/** Undefined elsewhere, and for a path with two slashes in front, which would name another host as soon as it is resolved again. */
export const placeAtHost = (location: string | null, endpoint: string): PlaceAtHost | undefined => {
  if (location === null || !URL.canParse(location, endpoint)) return undefined
  const { host, pathname, search } = new URL(location, endpoint)
  const isSameHost = host === new URL(endpoint).host && !pathname.startsWith('//')
  return isSameHost ? { path: pathname, query: search } : undefined
}
