import { describe, expect, it } from 'vitest'
import { hex } from '../../src/core/bytes.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { openNowhere, threeTogether, twoPdfs, watchUnhandled } from './nowhere.ts'
import { pdfOf, sha256 } from './session-tools.ts'
import { failureOf } from './transport.ts'

const _RECIPIENT = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'
const open = openNowhere()
watchUnhandled()

describe('files that share a request', { timeout: 10_000 }, () => {
  it('are sent again when the commit says that the provider has lost them', async () => {
    let commits = 0
    const { session, sent } = open(
      {
        traits: threeTogether,
        async commit(deliveries) {
          const isFirst = ++commits === 1
          return deliveries.map((delivery, index) =>
            isFirst && index === 0
              ? new SealDropError('not-found', 'gone', { outcome: 'unsent' })
              : delivery,
          )
        },
      },
      { upload: 'manual' },
    )
    session.add(twoPdfs())
    await session.settled()
    expect((await failureOf(session.finish())).code).toBe('not-found')
    session.retry()
    expect(await session.finish()).toHaveLength(2)
    expect(sent).toEqual(['2 together', 'one'])
  })
})

describe('a transport', { timeout: 10_000 }, () => {
  it('that overwrites a digest it was given does not spoil the receipt', async () => {
    const given: string[] = []
    const { session } = open({
      async send({ id, body }, { digest }) {
        for (let asked = 0; asked < 2; asked++) {
          const bytes = await digest(body)
          given.push(hex(bytes))
          bytes.fill(0)
        }
        return { reference: id, facts: {} }
      },
    })
    const file = pdfOf(1000)
    session.add([file])
    const [receipt] = await session.settled()
    const expected = await sha256(file) // nothing seals it: what is sent is the file
    expect(given).toEqual([expected, expected])
    expect(receipt?.sealed.sha256).toBe(expected)
  })

  it('that can send several together, and says none, sends one after the other', async () => {
    const { session, sent } = open({ traits: { ...threeTogether, perRequest: 0 } })
    session.add(twoPdfs())
    expect(await session.settled()).toHaveLength(2)
    expect(sent).toEqual(['one', 'one'])
  })
})
