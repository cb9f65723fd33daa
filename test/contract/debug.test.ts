import { afterAll, expect, it, vi } from 'vitest'
import { startSandbox } from '../contract-tools.ts'
import { openStage, pdfOf } from './session-tools.ts'

const NAME = 'Erika-Mustermann-passport.pdf'
const said: string[] = []
const debug = vi
  .spyOn(console, 'debug')
  .mockImplementation((...words) => void said.push(JSON.stringify(words)))

afterAll(() => {
  localStorage.removeItem('sealdrop:debug')
  debug.mockRestore()
})

it('a developer who switched debugging on sees phases, requests and the worker, but nothing that betrays a document or a key', async () => {
  localStorage.setItem('sealdrop:debug', '1')
  const sandbox = await startSandbox('didww')
  const { session, reaches } = openStage(sandbox)
  session.add([pdfOf(1000, NAME)])
  const [receipt] = await session.settled()
  await sandbox.flip({ status: { code: 403 } })
  session.add([pdfOf(1000, NAME, 2)])
  await reaches(NAME, 'failed').catch(() => {})
  await session.settled().catch(() => {})
  session.close()
  await sandbox.close()

  const all = said.join('\n')
  const { origin, pathname } = new URL(sandbox.endpoint)
  expect(all).toContain(`"POST","origin":"${origin}","outcome":201`)
  expect(all).toContain('"outcome":403')
  expect(all).toContain('{"is":"ready"}')
  for (const phase of ['checking', 'ready', 'sealing', 'sending', 'confirming', 'done', 'failed'])
    expect(all).toContain(`"to":"${phase}"`)
  const betraying = [
    'Mustermann',
    '.pdf',
    sandbox.apiKey,
    'Api-Key',
    pathname,
    'encrypted_files',
    receipt?.reference,
    receipt?.sha256,
    receipt?.sealed.sha256,
    ...(receipt?.sealed.recipients ?? []),
    'PUBLIC KEY',
  ]
  for (const needle of betraying) expect(all).not.toContain(needle ?? 'there is a receipt')
})
