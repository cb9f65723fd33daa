import { describe, expect, it } from 'vitest'
import { SealDropError } from '../../src/core/errors.ts'
import { openNowhere, threeTogether, twoPdfs, watchUnhandled } from './nowhere.ts'
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
