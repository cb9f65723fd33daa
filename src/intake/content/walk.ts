import type { Content, Job, Reading } from '../../core/contracts.ts'
import { nameContainer } from './containers.ts'
import { walkJpeg } from './jpeg.ts'
import { type Kind, kindOf } from './kind.ts'
import { walkPdf } from './pdf.ts'
import { walkPng } from './png.ts'
import { createRecorder, type Recorder } from './reading.ts'
import { type Findings, Slices } from './slices.ts'

const walks: Readonly<Record<string, (slices: Slices, kind: Kind) => Promise<Findings>>> = {
  JPG: walkJpeg,
  PNG: walkPng,
  PDF: walkPdf,
}

/**
 * Examines a file by its bytes alone: its format, whether it is whole, and remarks about it. Runs in the worker. Never rejects
 * because of the bytes, only with the browser's read error, or with the signal's reason when aborted. `recorder` hears what it read.
 */
export const walkContent = async (blob: Blob, job: Job, recorder?: Recorder): Promise<Content> => {
  job.signal.throwIfAborted()
  const slices = new Slices(blob, job, recorder)
  try {
    const kind = await kindOf(slices)
    const { name: format, type } = kind
      ? await nameContainer(kind, slices)
      : { name: '', type: 'application/octet-stream' }
    const findings = (kind && (await walks[format]?.(slices, kind))) ?? { remarks: [] }
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
