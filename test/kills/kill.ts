import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Ending, type EngineName, type KillableTab, visit } from './browser.ts'
import { writeDocument } from './document.ts'
import { type Ended, goOn, type Listed, lastPhase, listed, open, stored, until } from './in-page.ts'
import { fileKeyOf, opensByAge } from './open.ts'
import { bytesStored, readProfile, searchProfile } from './profile.ts'
import { type Provider, resetProvider } from './provider.ts'

export interface KillPlan {
  readonly engine: EngineName
  readonly how: Ending
  readonly bytes: number
  readonly bytesPerSecond: number
  /** So much of the upload's time has passed when the kill comes, from 0 to 1; `answer`: all of it is there, and no answer came yet. */
  readonly at: number | 'answer'
}

export interface Killed {
  readonly how: Ending
  /** Milliseconds after `sending`. */
  readonly afterMs: number
  /** What the page showed just before. */
  readonly phase: string
  readonly offers: readonly Listed[]
  readonly ended: Ended | undefined
  readonly copies: number
  /** Bytes that the browser sent, over those of the document. */
  readonly sentTimes: number
  /** What did not hold, in words. */
  readonly broken: readonly string[]
}

/** Bytes that the stores of a profile take where pages keep nothing. */
const MOST_EMPTY = 262_144
const MOST_LOOKS = 60
/** As long as nothing is offered. */
const OFFER_MS = 2_000

export interface EarlyPlan extends Pick<KillPlan, 'engine' | 'how' | 'bytes'> {
  /** The file waits for `start()`, and is killed there; else milliseconds after it was chosen. */
  readonly at: 'ready' | number
}

export interface EarlyKilled extends Pick<Killed, 'how' | 'phase' | 'broken'> {
  /** A request had left: it was not early enough. */
  readonly isLate: boolean
}

/** Kills what has not sent anything yet, and looks for what is left. */
export const killEarly = async (
  siteUrl: string,
  provider: Provider,
  { engine, how, bytes, at }: EarlyPlan,
): Promise<EarlyKilled> => {
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-kill-'))
  const profile = await mkdtemp(join(tmpdir(), 'sealdrop-profile-'))
  resetProvider(provider)
  const { line, order } = provider
  const document = await writeDocument(folder, bytes)
  let browser = await visit(engine, profile)
  try {
    const { tab } = browser
    const sentBefore = line.sent
    await tab.goto(siteUrl)
    await tab.evaluate(open, { ...order, ...(at === 'ready' && { upload: 'manual' }) })
    const fire = await browser.aim(how)
    await tab.choose(document.path)
    if (at === 'ready') await tab.evaluate(until, 'ready')
    else await delay(at)
    const phase = await tab.evaluate(lastPhase)
    await fire()
    const isLate = line.sent > sentBefore
    const profileThen = await readProfile(profile)
    if (how === 'browser') {
      await browser.close()
      browser = await visit(engine, profile)
    }
    const again = how === 'browser' ? browser.tab : await browser.open()
    await again.goto(siteUrl)
    await again.evaluate(open, order)
    const offers = await again.evaluate(listed, OFFER_MS)
    const left = await again.evaluate(stored)
    const bytesLeft = bytesStored(profileThen)
    const broken = [
      offers.length > 0 ? `${offers.length} offers` : '',
      left.length > 0 ? `left: ${left.join(', ')}` : '',
      bytesLeft > MOST_EMPTY ? `${bytesLeft} bytes in the stores of the profile` : '',
      ...searchProfile(profileThen, { plaintext: document.mark, name: document.nameMark }),
      ...again.complaints,
    ]
    return { how, phase, isLate, broken: broken.filter(words => words !== '') }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** What is still stored in the end: it is deleted soon after a file has arrived. */
const emptied = async (tab: KillableTab): Promise<readonly string[]> => {
  for (let left = MOST_LOOKS; ; left--) {
    const found = await tab.evaluate(stored)
    if (found.length === 0 || left === 0) return found
    await delay(50)
  }
}

/** Everything that came of a body is in the bytes that are there in the end. */
const isPartOf = (whole: Buffer, body: Buffer): boolean => {
  const middle = Math.floor(body.length / 2)
  return whole.includes(body.subarray(middle, middle + 256))
}

const judgeBytes = async (
  { sandbox, way, identity }: Provider,
  sha256: string,
  folder: string,
): Promise<readonly string[]> => {
  const [first] = sandbox.received()
  if (!first) return []
  const sealed = sandbox.sealed(first.id)
  const uploads = sandbox.requests().filter(({ body }) => body.length > 16_384)
  return [
    uploads.every(({ body }) => isPartOf(sealed, body)) ? '' : 'other ciphertext was sent',
    way.transport !== 'tus' || !identity || (await opensByAge(sealed, identity, folder)) === sha256
      ? ''
      : 'age opens it to something else',
  ]
}

/** Uploads a document, kills what uploads it, opens the page again, lets the file go on, and looks at what came of it. */
export const killOnce = async (
  siteUrl: string,
  provider: Provider,
  plan: KillPlan,
): Promise<Killed> => {
  const { engine, how, bytes, bytesPerSecond, at } = plan
  const { sandbox, line, relay, order, way, identity } = provider
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-kill-'))
  const profile = await mkdtemp(join(tmpdir(), 'sealdrop-profile-'))
  const broken: string[] = []
  const expect = (holds: boolean, words: string): void => {
    if (!holds) broken.push(words)
  }
  resetProvider(provider)
  if (at === 'answer') sandbox.flip({ stall: { at: 'answer', times: 1 } })
  line.setRate(bytesPerSecond)
  const sentBefore = line.sent
  const document = await writeDocument(folder, bytes)
  let browser = await visit(engine, profile)
  try {
    const { tab } = browser
    await tab.goto(siteUrl)
    await tab.evaluate(open, order)
    await tab.choose(document.path)
    await tab.evaluate(until, 'sending')
    const since = performance.now()
    const fire = await browser.aim(how)
    if (at === 'answer')
      while (!sandbox.requests().some(({ kind, complete }) => kind === 'upload' && complete))
        await delay(5)
    else await delay((bytes / bytesPerSecond) * 1_000 * at - (performance.now() - since))
    const phase = await tab.evaluate(lastPhase)
    const afterMs = Math.round(performance.now() - since)
    await fire()
    // The original is gone, too.
    await rm(document.path)
    const profileThen = await readProfile(profile)
    if (way.rotates) await sandbox.rotateKeys?.()
    sandbox.flip({ stall: false })

    if (how === 'browser') {
      await browser.close()
      browser = await visit(engine, profile)
    }
    const again = how === 'browser' ? browser.tab : await browser.open()
    await again.goto(siteUrl)
    const before = (await provider.copies()).length
    const asked = sandbox.requests().length
    const askedRelay = relay?.asked
    await again.evaluate(open, order)
    const offers = (await again.evaluate(listed, OFFER_MS)).filter(({ isOffer }) => isOffer)
    const [offer] = offers
    expect(offers.length === 1, `${offers.length} offers`)
    expect(!offer || (offer.name === '' && offer.size === document.size), 'the offer is wrong')
    const isQuiet = sandbox.requests().length === asked && relay?.asked === askedRelay
    expect(isQuiet, 'an offer sent something by itself')
    line.setRate(Number.POSITIVE_INFINITY)
    const ended = offer && (await again.evaluate(goOn, offer.id))
    const left = await emptied(again)
    const copies = await provider.copies()
    const sentSince = sandbox
      .requests()
      .slice(asked)
      .filter(({ kind }) => kind === 'upload')
    const sentTimes = (line.sent - sentBefore) / document.size
    if (way.rotates) {
      expect(ended?.code === 'keys-rotated', `it ended as ${ended?.code ?? ended?.phase}`)
      // What had arrived whole before the kill is there.
      expect(copies.length === before && sentSince.length === 0, 'it was sent')
    } else if (offer) {
      expect(ended?.phase === 'done', `it ended as ${ended?.code ?? ended?.phase}`)
      expect(!relay || (!!ended && (await relay.isTrue(ended))), 'it has no true ticket')
      const most = way.mayStoreTwice ? 2 : 1
      expect(copies.length >= 1 && copies.length <= most, `it is there ${copies.length} times`)
      expect(new Set(copies.map(copy => copy.sealed)).size <= 1, 'two ciphertexts are there')
      expect(
        copies.every(({ opened }) => opened === document.sha256),
        'it opens to something else',
      )
      broken.push(...(await judgeBytes(provider, document.sha256, folder)).filter(Boolean))
    }
    if (way.pieceBytes !== undefined)
      expect(
        sentTimes <= 1.1 + way.pieceBytes / document.size,
        `${sentTimes.toFixed(2)} times its bytes were sent`,
      )
    expect(left.length === 0, `left: ${left.join(', ')}`)
    const [first] = sandbox.received()
    const fileKey =
      identity && first ? await fileKeyOf(sandbox.sealed(first.id), identity) : undefined
    const token = Object.values(order.headers).map(value => value.replace(/^Bearer /, ''))[0]
    broken.push(
      ...searchProfile(profileThen, {
        plaintext: document.mark,
        name: document.nameMark,
        ...(fileKey && { 'file key': fileKey }),
        ...(token && token.length > 8 && { token }),
        ...(relay &&
          Object.fromEntries(sandbox.secrets.map((secret, at) => [`secret ${at}`, secret]))),
      }),
      ...again.complaints,
    )
    const copyCount = copies.length
    return { how, afterMs, phase, offers, ended, copies: copyCount, sentTimes, broken }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  }
}
