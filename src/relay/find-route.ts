import { HttpError } from '../core/relay/http-error.ts'
import type { RelayCall, RelayProvider, Route } from '../core/relay/route.ts'
import { matchPath } from './path.ts'

export interface FoundRoute {
  readonly route: Route
  readonly params: RelayCall['params']
}

/** The route for these segments. Throws 404 where the provider has none, and 405 where it has only other methods. */
export const findRoute = (
  { routes }: RelayProvider,
  method: string,
  segments: readonly string[],
): FoundRoute => {
  const withPath = routes.flatMap(route => {
    const params = matchPath(route.path, segments)
    return params ? [{ route, params }] : []
  })
  if (withPath.length === 0) throw new HttpError(404, 'There is nothing here.')
  const found = withPath.find(({ route }) => route.method === method)
  if (found) return found
  const Allow = withPath.map(({ route }) => route.method).join(', ')
  throw new HttpError(405, `Here is only ${Allow}.`, { Allow })
}
