import { claimTicket, releaseTicket, type Ticket } from '../../../src/relay/index.ts'
import { saveApplication, store } from './database.ts'

/** Stores an application with its upload. Throws for the upload of anybody else, or of another application. */
export const apply = async (paper: unknown, user: string, application: string): Promise<Ticket> => {
  const key = process.env.TICKET_KEY ?? ''
  const claim = { client: user, provider: 'didww', store, by: application }
  const ticket = await claimTicket(paper, key, claim)
  if (!ticket) throw new Error('That is not a ticket of yours, or it was used before.')
  try {
    await saveApplication(application, ticket.reference)
  } catch (error) {
    // So that another application can have it; but what an earlier submit of this one has claimed is not ours to release.
    if (!ticket.isAgain) await releaseTicket(paper, key, claim)
    throw error
  }
  return ticket
}
