import { asRecord } from '../../core/answer.ts'
import type { Json, Parcel } from '../../core/contracts.ts'

/** Where an upload got to. What arrived of it, only the bucket knows. */
export interface ResumePoint {
  /** The parcel's own key: a point of other bytes is none. */
  readonly parcel: string
  /** The object's name in the bucket. */
  readonly key?: string
  /** Of a multipart upload. */
  readonly uploadId?: string
  readonly partSize?: number
  /** How often it had to begin anew, because the bucket no longer had what it got. */
  readonly restarts: number
  /** `completing`: the object may be there; `stored`: it is. */
  readonly state?: 'completing' | 'stored'
}

/** What was kept for this parcel; a point without anything where there is none. */
export const readResumePoint = (
  kept: Json | undefined,
  { key: parcel }: Pick<Parcel, 'key'>,
): ResumePoint => {
  const point = readAnyPoint(kept)
  return point?.parcel === parcel ? point : { parcel, restarts: 0 }
}

/** The same for any parcel. */
export const readAnyPoint = (kept: Json | undefined): ResumePoint | undefined => {
  const { parcel, key, uploadId, partSize, restarts, state } = asRecord(kept)
  if (typeof parcel !== 'string') return undefined
  return {
    parcel,
    ...(typeof key === 'string' && key !== '' && { key }),
    ...(typeof uploadId === 'string' && uploadId !== '' && { uploadId }),
    ...(typeof partSize === 'number' && partSize > 0 && { partSize }),
    restarts: typeof restarts === 'number' ? restarts : 0,
    ...((state === 'completing' || state === 'stored') && { state }),
  }
}

/** As plain data. */
export const pointAsJson = (point: ResumePoint): Json => ({ ...point }) as Json
