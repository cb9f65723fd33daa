import { type Ticket, verifyTicket } from '../../../src/relay/index.ts'
import { userOf } from './sessions.ts'

/** What the sender of the form uploaded. Throws for the upload of anybody else. */
export const papersIn = async (request: Request, ticketKey: string): Promise<Ticket[]> => {
  const client = (await userOf(request))?.id ?? ''
  const papers: Ticket[] = []
  for (const text of (await request.formData()).getAll('papers')) {
    const ticket = await verifyTicket(text, ticketKey, { provider: 'didww', client })
    if (!ticket) throw new Error('That is not a ticket of yours.')
    papers.push(ticket) // .reference is what DIDWW calls the file
  }
  return papers
}
