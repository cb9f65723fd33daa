import { startDidww } from '../../demo/sandbox/didww.ts'

// In a process of its own, so that it does not share an event loop with the one that drives the browser.
const { url, endpoint, apiKey } = await startDidww()
process.stdout.write(`${JSON.stringify({ url, endpoint, apiKey })}\n`)
// Whoever started it is gone.
process.stdin.on('close', () => process.exit()).resume()
