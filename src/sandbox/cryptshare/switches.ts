import { type FaultSwitches, NO_FAULTS } from '../faults.ts'

/** What differs from server to server, or is not documented. */
export interface CryptshareSwitches extends FaultSwitches {
  /** Whether an administrator enabled the page's origin. Where not, only `/products/{key}/cors` can be read. */
  readonly corsActive: boolean
  readonly exposeLocation: boolean
  readonly locations: 'absolute' | 'relative' | 'internal' | 'missing'
  /** The highest minor API version. */
  readonly minorVersion: number
  readonly methods: readonly ('client-id' | 'email')[]
  /** As examples show the methods, or as the documents' prose does. */
  readonly spelling: 'constants' | 'prose'
  readonly tokenSeconds: number
  /** Of 3002. */
  readonly tokenStatus: 401 | 403
  /** Whether only the token that created a session may touch it, or any of the sender. */
  readonly sessionsOf: 'token' | 'sender'
  /** 429/2007 on all that verifies. */
  readonly busy: boolean
  readonly policy: 'allowed' | 'mismatch' | 'rejected'
  /** Bytes. */
  readonly maxTotalSize: number
  /** 3001, 3010 or 3011 for a new session. */
  readonly refuseSession: number
  /** A property no `PATCH` may set. */
  readonly fixedProperty: string
  readonly algorithm: string
  /** Of a name that is there already: not documented. */
  readonly duplicateName: 400 | 409
  /** Of a `PUT` that is no octet-stream. */
  readonly wrongType: 400 | 415
  /** Of a `PUT` that is not as long as was registered: not documented. */
  readonly wrongLength: 'refused' | 'taken'
  /** Submitted with a file that was not sent: not documented. */
  readonly incomplete: 'refused' | 'taken'
  /** How a wrong checksum shows: not documented. */
  readonly wrongChecksum: 'removed' | 'warning' | 'failed'
  /** The server changes a byte of what comes. */
  readonly damages: boolean
  /** What a session says wrongly of its files. */
  readonly misstates: 'size' | 'checksum' | false
  /** Of a submit that was done (201). */
  readonly submitStatus: number
  /** Of a submitted session: not documented. One that stays refuses another submit. */
  readonly submitted: 'gone' | 'stays'
  readonly refuseSubmit: boolean
  /** Looks at a new transfer that say `PROCESSING`. */
  readonly processing: number
  /** Recipients whose mail fails. */
  readonly unreachable: readonly string[]
}

export const DEFAULTS: CryptshareSwitches = {
  ...NO_FAULTS,
  corsActive: true,
  exposeLocation: true,
  locations: 'absolute',
  minorVersion: 12,
  methods: ['client-id', 'email'],
  spelling: 'constants',
  tokenSeconds: 3600,
  tokenStatus: 401,
  sessionsOf: 'token',
  busy: false,
  policy: 'allowed',
  maxTotalSize: 2_147_483_648,
  refuseSession: 0,
  fixedProperty: '',
  algorithm: 'SHA256',
  duplicateName: 400,
  wrongType: 415,
  wrongLength: 'refused',
  incomplete: 'refused',
  wrongChecksum: 'removed',
  damages: false,
  misstates: false,
  submitStatus: 201,
  submitted: 'gone',
  refuseSubmit: false,
  processing: 1,
  unreachable: [],
}
