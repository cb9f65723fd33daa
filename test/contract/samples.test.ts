import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Remark } from '../../src/core/contracts.ts'
import { sampleFile, startSandbox } from '../contract-tools.ts'
import { errorOf, isDelivered, openStage, type Sandbox } from './session-tools.ts'

type Verdict =
  | {
      readonly is: 'accepted'
      readonly with?: readonly Remark[]
      readonly maybe?: readonly Remark[]
    }
  | { readonly is: 'refused'; readonly code: string; readonly found?: string }
  | { readonly is: 'accepted or damaged' }

const accepted: Verdict = { is: 'accepted' }
const encrypted: Verdict = { is: 'accepted', with: ['encrypted'] }
const locked: Verdict = { is: 'accepted', with: ['password-needed'] }
const located: Verdict = { is: 'accepted', with: ['location-data'] }
const unseen: Verdict = { is: 'accepted', with: ['not-shown'] }

/** What becomes of real documents. Their sources and licences stand in test/samples/README.md. */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  'pdf/160F-2019.pdf': accepted,
  'pdf/doc_1_3_pages.pdf': accepted,
  'pdf/xfa_filled_imm1344e.pdf': { is: 'accepted', maybe: ['encrypted'] },
  'pdf/issue6069.pdf': { is: 'accepted', with: ['leading-data', 'no-end-marker'] },
  'pdf/html-before-header.pdf': { is: 'accepted', with: ['leading-data'] },
  'pdf/comment-before-xref-stream.pdf': accepted,
  'pdf/scan-bad.pdf': { is: 'accepted', with: ['trailing-data'] },
  'pdf/bug1782186.pdf': locked,
  'pdf/issue6010_1.pdf': locked,
  'pdf/print_protection.pdf': locked,
  'pdf/empty_protected.pdf': encrypted,
  'pdf/pr6531_2.pdf': encrypted,
  'pdf/poppler-742-0-fuzzed.pdf': { is: 'accepted or damaged' },
  'pdf/bug1606566.pdf': { is: 'refused', code: 'wrong-type' },
  'jpg/Canon_40D.jpg': accepted,
  'jpg/corrupted.jpg': accepted,
  'jpg/image01137.jpg': accepted,
  'jpg/landscape_6.jpg': accepted,
  'jpg/DSCN0010.jpg': located,
  'jpg/HMD_Nokia_8.3_5G.jpg': located,
  'jpg/iphone_hdr_YES.jpg': located,
  'jpg/samsung-panorama-no-eoi.jpg': accepted,
  'jpg/xmp-location-only.jpg': located,
  'jpg/no-frame.jpg': unseen,
  'png/empty-idat.png': unseen,
  'png/pngsuite-xd0n2c08.png': unseen,
  'png/basn0g01.png': accepted,
  'png/basn2c16.png': accepted,
  'png/basn3p08.png': accepted,
  'png/basn6a08.png': accepted,
  'png/badcrc.png': { is: 'refused', code: 'damaged' },
  'heic/IMG_5195.HEIC': { is: 'refused', code: 'wrong-type', found: 'HEIC' },
}

describe('a real document', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox('didww')
  })
  afterAll(() => sandbox.close())

  it.each(Object.entries(VERDICTS))(
    '%s gets its verdict, and arrives as it is',
    async (path, verdict) => {
      const { session } = openStage(sandbox)
      const original = await sampleFile(`samples/${path}`)
      session.add([original])
      const [receipt] = await session.settled()
      const [file] = session.files
      session.close()
      if (!file) throw new Error('The file is gone.')
      const error = errorOf(file)
      if (verdict.is === 'refused') {
        expect(error.code).toBe(verdict.code)
        if (verdict.found) expect(error.details).toMatchObject({ found: verdict.found })
        return
      }
      if (verdict.is === 'accepted or damaged' && !receipt) {
        expect(error.code).toBe('damaged')
        return
      }
      expect(error.code).toBeUndefined()
      if (verdict.is === 'accepted') {
        const remarks = file.remarks.filter(remark => !verdict.maybe?.includes(remark))
        expect(remarks).toEqual(verdict.with ?? [])
      }
      expect(await isDelivered(sandbox, receipt, original)).toBe(true)
    },
  )
})
