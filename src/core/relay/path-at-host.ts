/**
 * A `Location` at the endpoint's own host as path and query; undefined elsewhere, and for a path with two slashes in front, which would
 * name another host as soon as it is resolved again.
 */
export const pathAtHost = (location: string | null, endpoint: string): string | undefined => {
  if (location === null || !URL.canParse(location, endpoint)) return undefined
  const { host, pathname, search } = new URL(location, endpoint)
  const isSameHost = host === new URL(endpoint).host && !pathname.startsWith('//')
  return isSameHost ? pathname + search : undefined
}
