export type { Exemption, Runner, Subject } from './contract.ts'
export { transportContract } from './contract.ts'
export type { Aim, Connection, FaultDetails, FaultName, FaultSwitches } from './faults.ts'
export type { Peer, SeenRequest } from './scene.ts'
