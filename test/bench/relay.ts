import { measureRelay } from '../relay-load.ts'

const MIB = 1_048_576
const LIMIT_MIB = 150

const { stored, before, peak, ms } = await measureRelay({ uploads: 200, bytes: 20_000_000 })
const above = Math.ceil((peak - before) / MIB)
console.log(
  `200 uploads of 20 MB at once through the relay: ${stored} stored, ${above} MiB above the start (${Math.round(before / MIB)} MiB), ${ms} ms`,
)
if (stored !== 200 || above >= LIMIT_MIB) process.exitCode = 1
