import { type ClaimedTicket, claimTicket, memoryStore, releaseTicket } from 'sealdrop/relay'
import { userOf } from './sessions.ts'
import { takeOver } from './take-over.ts'

const key = process.env.TICKET_KEY ?? ''
/** For one process. Where there are several: `redisStore` of `sealdrop/relay/redis`. */
const store = memoryStore()

interface Form {
  /** As `value-format="ticket"` sends them: one text, or several. */
  readonly papers: unknown
  /** What they are for. That it belongs to who sends the form is yours to check. */
  readonly application: unknown
}

/** Takes over all documents of a form, or none. */
export const apply = async (
  { papers, application }: Form,
  cookies: string | null | undefined,
): Promise<{ readonly status: number; readonly text: string }> => {
  const user = await userOf(cookies)
  if (!user || typeof application !== 'string') return { status: 403, text: 'Who are you?' }
  const sent: readonly unknown[] = [papers].flat()
  const claim = { client: user.id, store, by: application }
  const claimed: { readonly paper: unknown; readonly ticket: ClaimedTicket }[] = []
  const release = async () => {
    for (const { paper, ticket } of claimed)
      if (!ticket.isAgain) await releaseTicket(paper, key, claim)
  }
  try {
    for (const paper of sent) {
      const ticket = await claimTicket(paper, key, claim)
      if (ticket) claimed.push({ paper, ticket })
    }
    if (claimed.length === 0 || claimed.length < sent.length) {
      await release()
      return { status: 403, text: 'These are not your documents.' }
    }
    const documents = await takeOver(claimed.map(({ ticket }) => ticket))
    return { status: 200, text: JSON.stringify(documents) }
  } catch (error) {
    await release()
    console.error('A form could not be taken:', error)
    return { status: 502, text: 'A document could not be opened. Please send it again.' }
  }
}
