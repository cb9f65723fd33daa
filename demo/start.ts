import { spawn } from 'node:child_process'
import { servePlayground } from './serve.ts'

const playground = await servePlayground({ watch: true })
console.log(`SealDrop's playground: ${playground.url}
The recipient's desk: ${playground.url}desk/
It talks to local sandboxes of ${playground.providers.map(({ title }) => title).join(', ')}`)

const stop = async (): Promise<void> => {
  await playground.close()
  process.exit()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)

if (process.stdout.isTTY && !process.env.CI) {
  const [command, ...words] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open']
  // A machine without a desktop has none of these; the address above is enough then.
  spawn(command ?? '', [...words, playground.url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
