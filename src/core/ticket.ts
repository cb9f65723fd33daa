import type { Delivery } from './contracts.ts'
import type { Answer } from './request.ts'

/** The header of a ticket: a relay gives one with the answer to an upload, and the page sends it with a call that it allows. */
export const TICKET_HEADER = 'SealDrop-Ticket'

/**
 * On every answer of a relay. It remembers what it was answered for a parcel, so that one that arrives twice is stored once: a
 * transport that saw it may send again. Its value is `1`, or `bad-credentials`: an answer to HEAD has no body that could say so.
 */
export const RELAY_HEADER = 'SealDrop-Relay'

/** Options of one call about an upload. `ticket`: the one that a relay gave, from the receipt's `facts.ticket`. */
export interface Ticketed {
  readonly ticket?: string
}

const MAX_LENGTH = 8192

/** The tickets in an answer, in the order in which it names the uploads; none where it did not come through a relay. */
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

/** The options for a call about what was just delivered. */
export const ticketIn = ({ facts: { ticket } }: Delivery): Ticketed =>
  ticket === undefined ? {} : { ticket }
