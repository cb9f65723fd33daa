import { createHash, randomBytes } from 'node:crypto'
import type { RecordedRequest, Reply } from '../server.ts'
import { badValue, empty, lacking, missing, ok, refuse, ruleBroken } from './answers.ts'
import type { CryptshareSwitches } from './switches.ts'

export interface StoredFile {
  readonly id: string
  readonly fileName: string
  readonly size: number
  readonly checksum?: string
  state: 'INITIALIZED' | 'UPLOADED' | 'ACTIVE'
  body?: Buffer
}

export interface StoredSession {
  /** The tracking id; the transfer's as well. */
  readonly id: string
  readonly user: string
  /** The token that created it. */
  readonly token: string
  readonly recipients: { readonly to: readonly { readonly mail: string }[] }
  properties: Readonly<Record<string, unknown>>
  readonly files: Map<string, StoredFile>
  isSubmitted: boolean
  /** Looks left that say `PROCESSING`. */
  processing: number
}

export interface Store {
  readonly sessions: ReadonlyMap<string, StoredSession>
  /** A request of a verified sender, below `/users/{email}`. */
  answer(request: RecordedRequest, user: string, token: string, rest: string): Reply
  reset(): void
}

const trackingId = (): string => {
  const digits = new Date().toISOString().replace(/\D/g, '')
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${randomBytes(4).toString('hex')}`
}
const fileId = (): string => randomBytes(12).toString('base64').replace(/\W/g, 'x').slice(0, 10)

const parse = (body: Buffer): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(body.toString() || '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** Transfer sessions and what becomes of them. Nothing is mailed. */
export const createStore = (switches: () => CryptshareSwitches, url: () => string): Store => {
  const sessions = new Map<string, StoredSession>()

  const located = (path: string): Readonly<Record<string, string>> => {
    const { locations, exposeLocation } = switches()
    const at = `/api${path}`
    const hosts = { absolute: `${url()}${at}`, internal: `http://cs-node-3.internal:8080${at}` }
    return {
      ...(locations !== 'missing' && {
        Location: locations === 'relative' ? at : hosts[locations],
      }),
      ...(!exposeLocation && { 'Access-Control-Expose-Headers': 'Retry-After' }),
    }
  }
  const shown = ({ user, id, properties, recipients, files }: StoredSession): unknown => ({
    fileChecksumAlgorithm: switches().algorithm,
    ...properties,
    recipients,
    files: [...files.values()].map(({ body: _, ...file }) => ({
      ...file,
      ...(switches().misstates === 'size' && { size: file.size + 1 }),
      ...(switches().misstates === 'checksum' && { checksum: '00' }),
      href: `/api/users/${user}/transfer-sessions/${id}/files/${file.id}`,
    })),
  })

  const create = ({ body }: RecordedRequest, user: string, token: string): Reply => {
    const { refuseSession, processing } = switches()
    if (refuseSession > 0) return refuse(403, refuseSession, 'Not allowed.')
    const { recipients } = parse(body)
    const { to } = (recipients ?? {}) as { to?: readonly { mail: string }[] }
    if (!Array.isArray(to)) return lacking('recipients')
    const id = trackingId()
    const made = { id, user, token, recipients: { ...(recipients as object), to } }
    sessions.set(id, {
      ...made,
      properties: {},
      files: new Map(),
      isSubmitted: false,
      processing,
    })
    return empty(201, located(`/users/${user}/transfer-sessions/${id}`))
  }

  const register = (session: StoredSession, { body }: RecordedRequest): Reply => {
    const { duplicateName, maxTotalSize } = switches()
    const { fileName, size, checksum } = parse(body)
    if (typeof fileName !== 'string' || fileName === '') return lacking('fileName')
    if (!Number.isSafeInteger(size)) return lacking('size')
    if (checksum !== undefined && !/^[0-9a-f]+$/i.test(String(checksum)))
      return badValue('checksum')
    const files = [...session.files.values()]
    if (files.some(file => file.fileName === fileName))
      return duplicateName === 400
        ? badValue('fileName is not unique')
        : ruleBroken('The name is taken.')
    const total = files.reduce((sum, file) => sum + file.size, Number(size))
    if (total > maxTotalSize) return ruleBroken('The total size is too large.')
    const id = fileId()
    session.files.set(id, {
      id,
      fileName,
      size: Number(size),
      state: 'INITIALIZED',
      ...(checksum !== undefined && { checksum: String(checksum) }),
    })
    const path = `/users/${session.user}/transfer-sessions/${session.id}/files/${id}`
    const reply = ok(201, { fileId: id })
    return { ...reply, headers: { ...reply.headers, ...located(path) } }
  }

  const upload = (file: StoredFile, { headers, body }: RecordedRequest): Reply => {
    const { wrongType, wrongLength, damages } = switches()
    if (headers['content-type'] !== 'application/octet-stream')
      return wrongType === 400 ? badValue('Content-Type') : refuse(415, 1004, 'Unsupported type.')
    if (wrongLength === 'refused' && body.length !== file.size)
      return badValue('length of the body')
    file.body = Buffer.from(body)
    if (damages && body.length > 0) file.body[0] = (body[0] ?? 0) ^ 1
    file.state = 'UPLOADED'
    return { status: 200 }
  }

  const submit = (session: StoredSession): Reply => {
    const { refuseSubmit, incomplete } = switches()
    const files = [...session.files.values()]
    if (session.isSubmitted) return ruleBroken('The session was submitted.')
    if (refuseSubmit) return ruleBroken('A transfer rule forbids this transfer.')
    if (incomplete === 'refused' && files.some(file => file.state === 'INITIALIZED'))
      return ruleBroken('A file was not uploaded.')
    session.isSubmitted = true
    for (const file of files) file.state = 'ACTIVE'
    return empty(switches().submitStatus, located(`/users/${session.user}/transfers/${session.id}`))
  }

  const isWrong = (file: StoredFile, session: StoredSession): boolean => {
    const algorithm = String(session.properties.fileChecksumAlgorithm ?? switches().algorithm)
    const known = /^SHA-?\d+$/.test(algorithm) ? algorithm.replace('-', '') : undefined
    if (file.checksum === undefined || known === undefined || !file.body) return false
    const actual = createHash(known).update(file.body).digest('hex')
    return actual !== file.checksum.toLowerCase()
  }
  const transfer = (session: StoredSession): Reply => {
    const { wrongChecksum, unreachable } = switches()
    const isProcessing = session.processing > 0
    if (isProcessing) session.processing--
    const files = [...session.files.values()]
    const wrong = new Set(isProcessing ? [] : files.filter(file => isWrong(file, session)))
    const isFailed = wrongChecksum === 'failed' && wrong.size > 0
    return ok(200, {
      status: {
        state: isProcessing ? 'PROCESSING' : isFailed ? 'FAILED' : 'ACTIVE',
        warnings: wrongChecksum === 'warning' && wrong.size > 0 ? ['A checksum is wrong.'] : [],
        emlCreationFailed: false,
        files: files.map(file => ({
          id: file.id,
          removed: wrongChecksum === 'removed' && wrong.has(file),
          ...(wrongChecksum === 'removed' && wrong.has(file) && { removalCause: 'CHECKSUM' }),
        })),
        recipients: session.recipients.to.map(({ mail }, index) => ({
          id: String(index),
          mail,
          downloadUrl: `https://download.example/${session.id}`,
          notificationFailed: !isProcessing && unreachable.includes(mail),
          fileDownloads: [],
        })),
        sender: { email: session.user, notificationFailed: false },
      },
      transfer: { trackingId: session.id },
    })
  }

  const answerSession = (session: StoredSession, request: RecordedRequest): Reply => {
    if (request.method === 'GET') return ok(200, shown(session))
    if (request.method === 'POST') return submit(session)
    if (request.method === 'DELETE') {
      sessions.delete(session.id)
      return empty(204)
    }
    if (request.method !== 'PATCH') return refuse(404, 1006, 'No such endpoint.')
    const patch = parse(request.body)
    if ('files' in patch || 'recipients' in patch) return badValue('files or recipients')
    if (switches().fixedProperty in patch) return ruleBroken('A transfer rule forbids this value.')
    const marked = patch.confidentialMessageFileId
    if (marked !== undefined && !session.files.has(String(marked)))
      return badValue('confidentialMessageFileId')
    session.properties = { ...session.properties, ...patch }
    return ok(200, shown(session))
  }

  return {
    sessions,
    answer(request, user, token, rest) {
      const [, kind, id, files, file, content] =
        /^\/(transfer-sessions|transfers)(?:\/([^/]+)(?:\/(files)(?:\/([^/]+)(\/content)?)?)?)?$/.exec(
          rest,
        ) ?? []
      const { method } = request
      if (kind === 'transfer-sessions' && id === undefined && method === 'POST')
        return create(request, user, token)
      const session = sessions.get(id ?? '')
      const isOwn = session?.user === user
      if (kind === 'transfers')
        return isOwn && session.isSubmitted && method === 'GET'
          ? transfer(session)
          : missing('transfer')
      if (!isOwn || (session.isSubmitted && switches().submitted === 'gone'))
        return missing('session')
      if (switches().sessionsOf === 'token' && session.token !== token)
        return refuse(switches().tokenStatus, 3002, 'The session is not of this token.')
      if (files === undefined) return answerSession(session, request)
      if (file === undefined)
        return method === 'POST' ? register(session, request) : refuse(404, 1006, 'No endpoint.')
      const stored = session.files.get(file)
      if (!stored) return missing('file')
      if (content) return method === 'PUT' ? upload(stored, request) : missing('content')
      if (method !== 'DELETE') return refuse(404, 1006, 'No such endpoint.')
      session.files.delete(file)
      return empty(204)
    },
    reset: () => sessions.clear(),
  }
}
