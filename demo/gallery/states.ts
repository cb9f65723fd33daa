import type { FileState, Receipt, Remark, SessionFile } from '../../src/core/contracts.ts'
import { type ErrorCode, type ErrorFacts, SealDropError } from '../../src/core/errors.ts'
import { passportFile } from './passport.ts'
import type { Still } from './still-session.ts'

/** One picture of the element. */
export interface State extends Still {
  readonly id: string
  readonly title: string
  readonly attributes?: Readonly<Record<string, string>>
}

const MB = 1_000_000
/** So that "expires" and "sent at" say the same on every day: at noon of today, and so many days from it. */
const noon = (days = 0): Date => new Date(new Date().setHours(12 + days * 24, 0, 0, 0))

let last = 0
const file = (
  name: string,
  size: number,
  state: FileState,
  remarks: readonly Remark[] = [],
): SessionFile => {
  const suffix = name.split('.').at(-1)?.toLowerCase() ?? ''
  const types: Readonly<Record<string, string>> = {
    pdf: 'application/pdf',
    jpg: 'image/jpeg',
    png: 'image/png',
  }
  return {
    id: `still-${++last}`,
    name,
    size,
    type: types[suffix] ?? '',
    addedAt: noon().getTime(),
    remarks,
    state,
  }
}

const receipt = (size: number, more: Partial<Receipt> = {}): Receipt => ({
  transport: 'didww',
  reference: '6f1d5b62-6c14-4a0b-9f3a-2f6d7c1b0a55',
  size,
  sealed: { scheme: 'didww', size, sha256: '', recipients: [], authenticated: true },
  sentAt: noon().toISOString(),
  facts: {},
  ...more,
})
const done = (size: number, more: Partial<Receipt> = {}): FileState => ({
  phase: 'done',
  receipt: receipt(size, more),
})
const error = (code: ErrorCode, facts: ErrorFacts = {}): SealDropError =>
  new SealDropError(code, code, facts)
const failed = (code: ErrorCode, facts: ErrorFacts = {}): FileState => ({
  phase: 'failed',
  error: error(code, facts),
})
const refused = (code: ErrorCode, facts: ErrorFacts = {}): FileState => ({
  phase: 'refused',
  error: error(code, facts),
})
const part = (share: number, size: number) => ({ done: share * size, total: size })

const passport = (state: FileState, remarks: readonly Remark[] = []): SessionFile => ({
  ...file('passport.jpg', 2.1 * MB, state, remarks),
  // A PNG in fact; and what is not checked yet shows no picture.
  ...(state.phase !== 'waiting' && { type: 'image/png', file: passportFile }),
})
const address = (state: FileState, remarks: readonly Remark[] = []): SessionFile =>
  file('proof-of-address-march.pdf', 4.8 * MB, state, remarks)
const register = (state: FileState, remarks: readonly Remark[] = []): SessionFile =>
  file('company-register-extract.pdf', 11.2 * MB, state, remarks)
const lease = (state: FileState, remarks: readonly Remark[] = []): SessionFile =>
  file('lease.pdf', 1.3 * MB, state, remarks)

const multiple = { multiple: '' }
const unknown = { outcome: 'unknown' } as const

const removed = passport(done(2.1 * MB))

/** What a person can see of the element, and a little that hardly anybody does. */
export const states: readonly State[] = [
  { id: 'empty', title: 'Nothing chosen yet', files: [] },
  {
    id: 'required',
    title: 'Required, any number',
    files: [],
    attributes: { multiple: '', required: '' },
  },
  { id: 'disabled', title: 'Disabled', files: [], attributes: { disabled: '' } },
  {
    id: 'mixed',
    title: 'Some on their way',
    attributes: multiple,
    files: [
      passport(done(2.1 * MB, { expiresAt: noon(1).toISOString() })),
      address({ phase: 'sending', ...part(0.62, 4.8 * MB) }),
      register({ phase: 'sealing', ...part(0.31, 11.2 * MB) }),
      lease({
        phase: 'retrying',
        at: 'online',
        ...part(0.48, 1.3 * MB),
        error: error('network', { retryable: true }),
      }),
      file(
        'IMG_5195.HEIC',
        833_000,
        refused('wrong-type', { details: { found: 'HEIC', accepted: 'PDF, JPG, PNG' } }),
      ),
    ],
  },
  {
    id: 'delivered',
    title: 'All delivered',
    attributes: multiple,
    files: [passport(done(2.1 * MB)), address(done(4.8 * MB)), register(done(11.2 * MB))],
  },
  { id: 'one', title: 'The one file, delivered', files: [passport(done(2.1 * MB))] },
  {
    id: 'before',
    title: 'Waiting and checking',
    attributes: multiple,
    files: [
      passport({ phase: 'waiting' }),
      address({ phase: 'checking' }),
      register({ phase: 'ready' }),
      lease({ phase: 'confirming' }),
    ],
  },
  {
    id: 'submit',
    title: 'Checked, goes out with the form',
    attributes: { multiple: '', upload: 'submit' },
    files: [passport({ phase: 'ready' }, ['location-data']), address({ phase: 'ready' })],
  },
  {
    id: 'remarks',
    title: 'Accepted, with something to know',
    attributes: { multiple: '', upload: 'submit' },
    files: [
      passport({ phase: 'ready' }, ['location-data', 'name-mismatch']),
      address({ phase: 'ready' }, ['encrypted', 'password-needed']),
      register({ phase: 'ready' }, ['near-limit', 'trailing-data']),
      file('scan.jpg', 1.2 * MB, { phase: 'ready' }, ['not-shown']),
      file('from-the-phone.jpg', 3.4 * MB, { phase: 'ready' }, ['location-removed']),
    ],
  },
  {
    id: 'failed',
    title: 'Failed',
    attributes: multiple,
    files: [
      passport(failed('network', { retryable: true })),
      address(failed('server', { ...unknown, retryable: true })),
      register(failed('keys-untrusted')),
      lease(failed('unauthorized')),
    ],
  },
  {
    id: 'refused',
    title: 'Not taken',
    attributes: multiple,
    files: [
      file(
        'letter.docx',
        48_000,
        refused('wrong-type', { details: { found: 'DOCX', accepted: 'PDF, JPG, PNG' } }),
      ),
      file('scan.pdf', 3.1 * MB, refused('damaged')),
      file('brochure.pdf', 64 * MB, refused('too-large', { details: { maxBytes: 19_900_000 } })),
      file('empty.png', 0, refused('empty')),
    ],
  },
  {
    id: 'kinds',
    title: 'Not taken, by kind',
    attributes: multiple,
    files: ['movie.mp4', 'voice.mp3', 'papers.zip', 'sums.xlsx', 'photo.tiff', 'setup.exe'].map(
      name =>
        file(
          name,
          833_000,
          refused('wrong-type', {
            details: {
              found: name.split('.').at(-1)?.toUpperCase() ?? '',
              accepted: 'PDF, JPG, PNG',
            },
          }),
        ),
    ),
  },
  {
    id: 'paused',
    title: 'Paused',
    attributes: multiple,
    isHeld: true,
    files: [
      address({ phase: 'paused', from: 'sending', ...part(0.4, 4.8 * MB) }),
      register({ phase: 'ready' }),
    ],
  },
  {
    id: 'offer',
    title: 'Left by an earlier visit',
    attributes: multiple,
    files: [
      {
        ...file('', 4.8 * MB, {
          phase: 'paused',
          from: 'sending',
          ...part(0.4, 4.8 * MB),
          offered: true,
        }),
        type: '',
      },
      passport({ phase: 'cancelled' }),
    ],
  },
  {
    id: 'undo',
    title: 'Removed, and can be put back',
    attributes: multiple,
    files: [removed, address(done(4.8 * MB))],
    withdrawn: [removed.id],
  },
  {
    id: 'long',
    title: 'Long names',
    attributes: multiple,
    files: [
      file(
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft_2026-11-29_final_v3.pdf',
        1.3 * MB,
        { phase: 'sending', ...part(0.2, 1.3 * MB) },
      ),
      file('إثبات-العنوان.pdf', 0.8 * MB, done(0.8 * MB)),
      file('W'.repeat(90), 0.8 * MB, failed('refused')),
    ],
  },
]
