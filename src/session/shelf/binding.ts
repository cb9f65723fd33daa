import { hex } from '../../core/bytes.ts'
import type { Seal } from '../../seal/choice.ts'
import { sealName } from '../../seal/named.ts'
import type { ShelfEntry } from './place.ts'

/** What an entry is bound to. An endpoint may be a signed URL and a scope a user's id, so none of it is written down. */
export interface Bound {
  /** Of the page: its path. */
  readonly path: string
  readonly name: string
  readonly transport: string
  readonly endpoint: string
  readonly seal: Seal
  readonly scope: string | undefined
  /** Whether pictures are stripped: what was sealed as it was is nothing for a page that wants that. */
  readonly strips: boolean | undefined
}

/** What of it is written into an entry. */
export type Hashes = Pick<ShelfEntry, 'page' | 'owner' | 'scope'>

/** Whose an entry is: this session's, somebody's of whom nothing may stay here, or another session's. */
export type Whose = 'own' | 'foreign' | 'other'

export interface Binding {
  /** What is written into the entry of this id. */
  hashes(id: string): Promise<Hashes>
  whose(entry: ShelfEntry): Promise<Whose>
}

/** With the entry's own id in it: equal pages of two entries do not show, and no table can be made beforehand. */
const hashOf = async (id: string, ...facts: readonly string[]): Promise<string> => {
  const text = new TextEncoder().encode(JSON.stringify([id, ...facts]))
  return hex(await crypto.subtle.digest('SHA-256', text))
}

export const bindTo = ({
  path,
  name,
  transport,
  endpoint,
  seal,
  scope,
  strips,
}: Bound): Binding => {
  const recipients = seal.scheme === 'age' ? [...seal.recipients].sort() : []
  const kind = strips ? [...recipients, 'stripped'] : recipients
  const hashes = async (id: string): Promise<Hashes> => {
    const [page, owner, own] = await Promise.all([
      hashOf(id, 'page', path, name),
      hashOf(id, 'owner', path, name, transport, endpoint, sealName(seal), ...kind),
      scope === undefined ? undefined : hashOf(id, 'scope', scope),
    ])
    return { page, owner, ...(own !== undefined && { scope: own }) }
  }
  return {
    hashes,
    async whose(entry) {
      const own = await hashes(entry.id)
      if (entry.scope !== own.scope) {
        // Somebody else is signed in here now. Elsewhere, where nobody is, that says nothing.
        const isHere = entry.page === own.page
        return isHere || (entry.scope !== undefined && own.scope !== undefined)
          ? 'foreign'
          : 'other'
      }
      return entry.owner === own.owner ? 'own' : 'other'
    },
  }
}
