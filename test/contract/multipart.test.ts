import { describe, expect, it } from 'vitest'
import { type FormPart, multipartBody } from '../../src/core/multipart-body.ts'

const KEY = '0b5f7a52-8d31-4c6e-9f6a-2f3f3c1f9d10'
const bytesOf = async (body: Blob | Response): Promise<number[]> => [
  ...new Uint8Array(await body.arrayBuffer()),
]
const boundaryIn = (contentType: string | null | undefined): string =>
  /boundary=(.*)$/.exec(contentType ?? '')?.[1] ?? 'none'
/** The bytes as the browser itself writes the same form, with our boundary for its own. */
const asTheBrowser = async (parts: readonly FormPart[], boundary: string): Promise<number[]> => {
  const form = new FormData()
  for (const part of parts)
    if ('text' in part) form.append(part.name, part.text)
    else form.append(part.name, part.file, part.fileName)
  const written = new Response(form)
  const latin1 = String.fromCharCode(...(await bytesOf(written)))
  const itsOwn = boundaryIn(written.headers.get('Content-Type'))
  return Array.from(latin1.replaceAll(itsOwn, boundary), char => char.charCodeAt(0))
}

const file = (bytes: Uint8Array<ArrayBuffer>, type = ''): Blob => new Blob([bytes], { type })
const random = crypto.getRandomValues(new Uint8Array(50_000))

describe('a form that we write ourselves', () => {
  it.each<[what: string, parts: readonly FormPart[]]>([
    ['nothing', []],
    ['a text', [{ name: 'folder', text: 'inbox' }]],
    ['a file without a type', [{ name: 'file', file: file(random), fileName: 'a.age' }]],
    ['an empty file', [{ name: 'file', file: file(new Uint8Array()), fileName: '' }]],
    [
      'a file with a type',
      [{ name: 'file', file: file(random, 'application/PDF'), fileName: 'a.pdf' }],
    ],
    [
      'several of one name',
      [
        { name: 'file', file: file(random), fileName: 'a' },
        { name: 'file', text: 'b' },
        { name: 'file', file: file(random), fileName: 'b' },
      ],
    ],
    ...['"', '\r', '\n', '\r\n', '\n\r', '%', '%22', '\\', ';', 'Ünï 文 🙂', '\ud800', '\0'].map(
      (odd): [string, readonly FormPart[]] => [
        `names and a text with ${JSON.stringify(odd)}`,
        [
          { name: `n${odd}n`, text: `t${odd}t` },
          { name: `n${odd}`, file: file(random.slice(0, 10)), fileName: `${odd}f${odd}f` },
        ],
      ],
    ),
  ])('has the bytes that the browser would send: %s', async (_, parts) => {
    const { headers, body } = multipartBody(KEY, parts)
    const boundary = boundaryIn(headers['Content-Type'])
    expect(boundary).toContain(KEY)
    expect(await bytesOf(body)).toEqual(await asTheBrowser(parts, boundary))
  })

  it('has the same bytes each time', async () => {
    const parts: readonly FormPart[] = [{ name: 'file', file: file(random), fileName: 'a.age' }]
    const [one, two] = [multipartBody(KEY, parts), multipartBody(KEY, parts)]
    expect(one.headers).toEqual(two.headers)
    expect(await bytesOf(one.body)).toEqual(await bytesOf(two.body))
  })
})
