import { age, createSession } from '../../src/index.ts'
import { generateIdentity, type Opened, open, recipientOf } from '../../src/open/index.ts'

/** Runs in a page. Seals a document as a session does, and gives back what opens it. */
export const sealedDocument = async (
  document: Blob,
  isWrapped: boolean,
): Promise<() => Promise<Opened>> => {
  const identity = await generateIdentity()
  const recipient = await recipientOf(identity)
  const sent: Blob[] = []
  const session = createSession({
    transport: {
      name: 'memory',
      endpoint: location.origin,
      traits: { seals: ['age', 'age+pdf'], resumes: false, perRequest: 1 },
      send: async ({ body }) => ({ reference: String(sent.push(body)), facts: {} }),
    },
    seal: isWrapped ? age(recipient, { wrap: 'pdf' }) : age(recipient),
  })
  session.add([new File([document], 'contract.pdf')])
  await session.finish()
  session.close()
  return () => open(new Blob(sent), identity)
}
