import type { ProviderName } from '../providers/names.ts'
import type { Sandbox } from './sandbox.ts'
import * as sandboxes from './sandboxes.ts'

export type { Aim, Connection, FaultDetails, FaultName, FaultSwitches } from './faults.ts'
export type { ReceivedUpload, Sandbox, SandboxAccess } from './sandbox.ts'
export type { RecordedRequest } from './server.ts'

type Sandboxes = typeof sandboxes

/** The sandbox of one provider, with what only that one can do. */
export type SandboxOf<Name extends ProviderName> = Awaited<ReturnType<Sandboxes[Name]>>

/** What one provider's sandbox can be told as it starts: `port`, and for DIDWW the size of its keys. */
export type SandboxOptions<Name extends ProviderName> = NonNullable<Parameters<Sandboxes[Name]>[0]>

/** Every switch of one provider's sandbox: the faults that all have, and what only this one can do otherwise. */
export type SandboxSwitches<Name extends ProviderName> = Required<
  Parameters<SandboxOf<Name>['flip']>[0]
>

/** A provider without a line in `sandboxes.ts` does not compile here. */
const starters: { readonly [Name in ProviderName]: (options: never) => Promise<Sandbox> } =
  sandboxes

/**
 * Starts a local server that behaves as the provider's API does, on 127.0.0.1. It keeps what it gets in memory, opens it with a key that
 * it made when it started, and does wrong what `flip` tells it to. For tests and playgrounds, in Node. Rejects where the port is taken.
 */
export const startSandbox = <Name extends ProviderName>(
  name: Name,
  options?: SandboxOptions<Name>,
): Promise<SandboxOf<Name>> =>
  // The table's types hold for each name by itself; together they are beyond the compiler.
  (starters[name] as (options?: object) => Promise<unknown>)(options) as Promise<SandboxOf<Name>>
