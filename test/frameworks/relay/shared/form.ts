import { verifyTicket } from 'sealdrop/relay'
import { userOf } from './sessions.ts'

/** What the sender of a form has uploaded, as DIDWW calls it; undefined where one of the tickets is not theirs. */
export const filesIn = async (
  papers: unknown,
  cookies: string | null | undefined,
  ticketKey = process.env.TICKET_KEY ?? '',
): Promise<string[] | undefined> => {
  const user = await userOf(cookies)
  const files: string[] = []
  for (const paper of [papers].flat()) {
    const expected = { provider: 'didww', client: user?.id ?? '' }
    const ticket = user && (await verifyTicket(paper, ticketKey, expected))
    if (!ticket) return undefined
    files.push(ticket.reference)
  }
  return files
}
