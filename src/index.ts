export { fields, jsonOf, statusError } from './core/answer.ts'
export type { Api, Caller, Carried } from './core/api.ts'
export { createApi } from './core/api.ts'
export type { Party } from './core/authorize.ts'
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
  Traits,
  Transport,
} from './core/contracts.ts'
export { absoluteEndpoint } from './core/endpoint.ts'
export type { Details, ErrorCode, ErrorFacts, ProviderAnswer } from './core/errors.ts'
export { isSealDropError, SealDropError } from './core/errors.ts'
export type { Answer } from './core/request.ts'
export type { Limits } from './intake/limits.ts'
export type { AgeOptions, Seal } from './seal/choice.ts'
export { age, none } from './seal/choice.ts'
export type { OneOffOptions } from './session/one-off.ts'
export { digest, inspect } from './session/one-off.ts'
export type { RetryPolicy } from './session/retry.ts'
export type { Session, SessionOptions } from './session/session.ts'
export { createSession } from './session/session.ts'
export type { WorkerUrl } from './thread/thread.ts'
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
} from './transport/cryptshare.ts'
export { cryptshare } from './transport/cryptshare.ts'
export type {
  DidwwFile,
  DidwwOptions,
  DidwwPage,
  DidwwQuery,
  DidwwTransport,
  DidwwVersion,
} from './transport/didww.ts'
export { didww } from './transport/didww.ts'
export type {
  DokstampCall,
  DokstampFields,
  DokstampFile,
  DokstampFiles,
  DokstampOptions,
  DokstampTransport,
} from './transport/dokstamp.ts'
export { dokstamp } from './transport/dokstamp.ts'
export type { HttpOptions, ReferenceRule } from './transport/http.ts'
export { http } from './transport/http.ts'
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
} from './transport/privasfer.ts'
export { privasfer } from './transport/privasfer.ts'
export type {
  TusChecksum,
  TusMetadata,
  TusOptions,
  TusTransport,
  TusUpload,
} from './transport/tus.ts'
export { tus } from './transport/tus.ts'
