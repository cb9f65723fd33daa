import { startSandbox } from '../../contract-tools.ts'

/** The example's server: a file store that takes a bearer token, and that can do everything wrong. */
export const startMailroom = async (): ReturnType<typeof startSandbox<'http'>> =>
  startSandbox('http')
