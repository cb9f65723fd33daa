import { pageState } from '../core/page-state.ts'
import { VERSION } from '../core/version.ts'
import type { ProviderName } from './names.ts'
import type { TransportFactory } from './transports.ts'

/**
 * The transports whose files a page with the classic script has loaded. Each file writes down here what it holds: as a script of an
 * origin that sends no CORS headers it can export nothing.
 */
export const held = (): Partial<Record<ProviderName, TransportFactory>> =>
  pageState(`transports-${VERSION}`, () => ({}))
