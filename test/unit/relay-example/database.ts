import { memoryStore, type RelayStore } from '../../../src/relay/index.ts'

/** Stands for what all servers of a site share. */
export const store: RelayStore = memoryStore()

export const applications: Map<string, string> = new Map()

/** Stands for the site's own database. */
export const saveApplication = async (id: string, reference: string): Promise<void> => {
  if (id === 'no room') throw new Error('There is no room.')
  applications.set(id, reference)
}
