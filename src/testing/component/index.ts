export type { Allowance } from './component.ts'
export { deliver, fail, refuse, simulate } from './component.ts'
export type { FailureCode, FakeFile, RefusalCode } from './outcome.ts'
