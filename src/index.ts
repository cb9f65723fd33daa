export { asRecord, jsonOf, statusError } from './core/answer.ts'
export type { Api, CallContext, RequestPayload } from './core/api.ts'
export { createApi } from './core/api.ts'
export type { ApiTarget } from './core/authorize.ts'
export type {
  Accepted,
  Algorithm,
  Authorize,
  AuthorizeContext,
  CallJob,
  Delivery,
  Facts,
  FileState,
  Job,
  Json,
  Parcel,
  Receipt,
  Remark,
  SealName,
  SealSpec,
  SendJob,
  SessionFile,
  Timeouts,
  Traits,
  Transport,
} from './core/contracts.ts'
export { absoluteEndpoint } from './core/endpoint.ts'
export type { Details, ErrorCode, ErrorFacts, ProviderAnswer } from './core/errors.ts'
export { isSealDropError, SealDropError } from './core/errors.ts'
export type { Answer } from './core/request.ts'
export type { Limits } from './intake/limits.ts'
export type {
  CryptshareFile,
  CryptshareOptions,
  CryptsharePatch,
  CryptsharePolicy,
  CryptshareRecipients,
  CryptshareSession,
  CryptshareTransfer,
  CryptshareTransport,
  CryptshareVerification,
} from './providers/cryptshare/transport.ts'
export { cryptshare } from './providers/cryptshare/transport.ts'
export type {
  DidwwFile,
  DidwwOptions,
  DidwwPage,
  DidwwQuery,
  DidwwTransport,
  DidwwVersion,
} from './providers/didww/transport.ts'
export { didww } from './providers/didww/transport.ts'
export type {
  DokstampCall,
  DokstampFields,
  DokstampFile,
  DokstampFiles,
  DokstampOptions,
  DokstampTransport,
} from './providers/dokstamp/transport.ts'
export { dokstamp } from './providers/dokstamp/transport.ts'
export type { HttpOptions, ReferenceRule } from './providers/http/transport.ts'
export { http } from './providers/http/transport.ts'
export type {
  PrivasferCall,
  PrivasferDownload,
  PrivasferFile,
  PrivasferFilesQuery,
  PrivasferInboxQuery,
  PrivasferKey,
  PrivasferMail,
  PrivasferMailsQuery,
  PrivasferMessage,
  PrivasferOptions,
  PrivasferPerson,
  PrivasferTransport,
} from './providers/privasfer/transport.ts'
export { privasfer } from './providers/privasfer/transport.ts'
export type {
  Md5Wanted,
  S3Object,
  S3Operation,
  S3Options,
  S3Transport,
  Sign,
  SignContext,
  SignedRequest,
  SignRequest,
} from './providers/s3/transport.ts'
export { s3 } from './providers/s3/transport.ts'
export type {
  TusChecksum,
  TusMetadata,
  TusOptions,
  TusTransport,
  TusUpload,
} from './providers/tus/transport.ts'
export { tus } from './providers/tus/transport.ts'
export type { AgeOptions, Seal } from './seal/choice.ts'
export { age } from './seal/choice.ts'
export { none } from './seal/named.ts'
export type { OneOffOptions } from './session/one-off.ts'
export { digest, inspect } from './session/one-off.ts'
export type { RetryPolicy } from './session/retry.ts'
export type { Session, SessionOptions } from './session/session.ts'
export { createSession } from './session/session.ts'
export { clearShelf } from './session/shelf/session-shelf.ts'
export type { WorkerUrl } from './thread/thread.ts'
