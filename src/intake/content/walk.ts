import type { Content, Job, Reading } from '../../core/contracts.ts'
import { nameContainer } from './containers.ts'
import { Cuts } from './cuts.ts'
import { walkJpeg } from './jpeg.ts'
import { type Kind, kindOf } from './kind.ts'
import { walkPdf } from './pdf.ts'
import { walkPng } from './png.ts'
import { createRecorder, type Recorder } from './reading.ts'
import { damaged, type Findings, Slices } from './slices.ts'

const walks: Readonly<
  Record<string, (slices: Slices, kind: Kind, cuts?: Cuts) => Promise<Findings>>
> = {
  JPG: walkJpeg,
  PNG: walkPng,
  PDF: walkPdf,
}

/**
 * Examines a file by its bytes alone: its format, whether it is whole, and remarks about it. Runs in the worker. Never rejects
 * because of the bytes, only with the browser's read error, or with the signal's reason when aborted. `recorder` hears what it read,
 * `cuts` what a picture holds beside the picture: where that cannot be told for certain, the picture is damaged.
 */
export const walkContent = async (
  blob: Blob,
  job: Job,
  recorder?: Recorder,
  cuts?: Cuts,
): Promise<Content> => {
  job.signal.throwIfAborted()
  const slices = new Slices(blob, job, recorder)
  try {
    const kind = await kindOf(slices)
    const { name: format, type } = kind
      ? await nameContainer(kind, slices)
      : { name: '', type: 'application/octet-stream' }
    const findings = (kind && (await walks[format]?.(slices, kind, cuts))) ?? { remarks: [] }
    job.progress(blob.size, blob.size)
    const isUnclear = cuts && !cuts.list
    return { format, type, ...(isUnclear && damaged('not all of it is known')), ...findings }
  } finally {
    slices.end()
  }
}

/**
 * The same, with what was read for it, so that sealing can tell a file that changed since. `strips`: a whole picture's cuts are
 * asked for, too.
 */
export const examine = async (
  blob: Blob,
  job: Job,
  strips = false,
): Promise<Content & { readonly reading: Reading }> => {
  const recorder = await createRecorder()
  const cuts = strips ? new Cuts() : undefined
  const content = await walkContent(blob, job, recorder, cuts)
  return { ...content, cuts: cuts?.list, reading: recorder.reading }
}
