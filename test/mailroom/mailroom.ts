import {
  type Authorize,
  absoluteEndpoint,
  asRecord,
  createApi,
  jsonOf,
  SealDropError,
  statusError,
  type Transport,
} from '../../src/index.ts'

/** Delivers to `POST <endpoint>/files`, which answers `{"data": {"id": "…"}}`. */
export const mailroom = (options: { endpoint: string; authorize?: Authorize }): Transport => {
  const target = { name: 'mailroom', ...options, endpoint: absoluteEndpoint(options.endpoint) }
  const api = createApi(target)
  return {
    ...target,
    traits: { seals: ['age'], resumes: false, perRequest: 1 },
    async send(parcel, job) {
      const body = new FormData()
      body.set('file', parcel.body, parcel.name)
      const headers = { 'Idempotency-Key': `"${parcel.key}"` }
      const answer = await api('POST', '/files', job, { headers, body })
      if (answer.status !== 201) throw statusError(answer)
      const { id } = asRecord(asRecord(jsonOf(answer)).data)
      if (typeof id === 'string') return { reference: id, facts: {} }
      throw new SealDropError('protocol', 'The answer has no id.', { outcome: 'unknown' })
    },
  }
}
