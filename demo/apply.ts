import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../src/sandbox/body.ts'

/** Says whether a provider has what a form's value names. */
export type Check = (provider: string, value: string) => Promise<boolean>

interface Checked {
  readonly value: string
  readonly isKnown: boolean
}

const MAX_FORM_BYTES = 65_536
const MAX_REFERENCES = 20

/** The site's own server: gets the form, with references where the documents would have been, and checks them. */
export const answerApplication = async (
  request: IncomingMessage,
  response: ServerResponse,
  check: Check,
): Promise<void> => {
  if (request.method !== 'POST') return void response.writeHead(303, { Location: '/' }).end()
  const { bytes, end } = await readBody(request, {
    maxBytes: MAX_FORM_BYTES,
    signal: AbortSignal.timeout(10_000),
  })
  if (end !== 'whole') return void response.writeHead(413).end()
  const form = new URLSearchParams(bytes.toString())
  const provider = form.get('provider') ?? ''
  // A value out of a form proves nothing before it was checked.
  const checked = await Promise.all(
    form
      .getAll('papers')
      .slice(0, MAX_REFERENCES)
      .map(async value => ({ value, isKnown: await check(provider, value) })),
  )
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(page(form, checked))
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => ESCAPES[sign] ?? '')

const row = ({ value, isKnown }: Checked): string => `
        <li class="reference">
          <code>${escapeHtml(value)}</code>
          <span class="${isKnown ? 'good' : 'bad'}">${
            isKnown ? 'The provider has it' : 'The provider does not know it'
          }</span>
        </li>`

const page = (form: URLSearchParams, checked: readonly Checked[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Application received · SealDrop playground</title>
    <link rel="icon" href="/icon.svg">
    <link rel="stylesheet" href="/style.css">
  </head>
  <body>
    <main class="answer">
      <h1>Application received</h1>
      <p>This page comes from the site's own server. It got what the form holds, and for each
        document a reference. It never saw a document.</p>
      <dl class="facts">
        <dt>Name</dt><dd>${escapeHtml(form.get('name') ?? '')}</dd>
        <dt>Country</dt><dd>${escapeHtml(form.get('country') ?? '')}</dd>
        <dt>Number</dt><dd>${escapeHtml(form.get('number') ?? '')}</dd>
      </dl>
      <h2>References</h2>
      <ul class="references">${checked.map(row).join('') || '\n        <li>None.</li>'}
      </ul>
      <p><a href="/">Another application</a></p>
    </main>
  </body>
</html>
`
