import type { Delivery } from './contracts.ts'
import type { Answer } from './request.ts'

/** In which a relay gives a ticket with an upload's answer, and gets it back with what the ticket opens. */
export const TICKET_HEADER = 'SealDrop-Ticket'

/** Of one call about an upload. `ticket`: a relay's, from the receipt's `facts.ticket`. */
export interface Ticketed {
  readonly ticket?: string
}

const MAX_LENGTH = 8192

/** The tickets of the uploads in an answer, in the order in which it names them; none where it did not come through a relay. */
export const ticketsOf = (answer: Pick<Answer, 'header'>): readonly string[] => {
  const tickets = (answer.header(TICKET_HEADER) ?? '').split(',').map(ticket => ticket.trim())
  const isTicket = (text: string): boolean =>
    text.length <= MAX_LENGTH && /^[\w-]+\.[\w-]+$/.test(text)
  return tickets.every(isTicket) ? tickets : []
}

/** For `Delivery.facts`: the ticket of the one upload an answer is about, where it came through a relay. */
export const ticketFact = (answer: Pick<Answer, 'header'>): { readonly ticket?: string } => {
  const [ticket] = ticketsOf(answer)
  return ticket === undefined ? {} : { ticket }
}

/** The header that gives a relay its ticket back; none where there is no ticket. */
export const ticketHeader = (ticket: string | undefined): Readonly<Record<string, string>> =>
  ticket === undefined ? {} : { [TICKET_HEADER]: ticket }

/** For a call about what was just delivered. */
export const ticketIn = ({ facts: { ticket } }: Delivery): Ticketed =>
  ticket === undefined ? {} : { ticket }
