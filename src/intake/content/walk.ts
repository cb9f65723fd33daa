import type { Content, Job, Reading } from '../../core/contracts.ts'
import { nameContainer } from './containers.ts'
import { walkJpeg } from './jpeg.ts'
import { walkPdf } from './pdf.ts'
import { walkPng } from './png.ts'
import { createRecorder, type Recorder } from './reading.ts'
import { HEAD_BYTES, sniff } from './signatures.ts'
import { type Findings, Slices } from './slices.ts'

/** The offset of a PDF's header in the first bytes. */
const headerOf = async (slices: Slices): Promise<number> =>
  (await slices.text(0, HEAD_BYTES)).indexOf('%PDF-')

const walks: Readonly<Record<string, (slices: Slices) => Promise<Findings>>> = {
  JPG: walkJpeg,
  PNG: walkPng,
  PDF: async slices => walkPdf(slices, await headerOf(slices)),
}

/**
 * Examines a file by its bytes alone: its format, whether it is whole, and remarks about it. Runs in the worker. Never rejects
 * because of the bytes, only with the browser's read error, or with the signal's reason when aborted. `recorder` hears what it read.
 */
export const walkContent = async (blob: Blob, job: Job, recorder?: Recorder): Promise<Content> => {
  job.signal.throwIfAborted()
  const slices = new Slices(blob, job, recorder)
  try {
    const outer = sniff(await slices.from(0, HEAD_BYTES, 1 << 16))
    const { name: format, type } = outer
      ? await nameContainer(outer, slices)
      : { name: '', type: 'application/octet-stream' }
    const findings = (await walks[format]?.(slices)) ?? { remarks: [] }
    job.progress(blob.size, blob.size)
    return { format, type, ...findings }
  } finally {
    slices.end()
  }
}

/** The same, with what was read for it, so that sealing can tell a file that changed since. */
export const examine = async (
  blob: Blob,
  job: Job,
): Promise<Content & { readonly reading: Reading }> => {
  const recorder = await createRecorder()
  const content = await walkContent(blob, job, recorder)
  return { ...content, reading: recorder.reading }
}
