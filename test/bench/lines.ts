import { age } from './age.ts'
import { delivery } from './delivery.ts'
import type { Line } from './line.ts'
import { many } from './many.ts'
import { parts } from './parts.ts'
import { phone } from './phone.ts'

const toHttp = {
  provider: 'http',
  titles: { sealdrop: 'SealDrop: check, hash, age, send', bare: 'the bare upload' },
  rival: 'bare',
} as const

const toDidww = {
  provider: 'didww',
  titles: {
    sealdrop: 'SealDrop: check, hash, seal, send',
    peer: '@didww/encrypt + fetch',
  },
  rival: 'peer',
} as const

/** All that `npm run bench` measures, by the names `--only` takes. */
export const lines: Readonly<Record<string, Line>> = {
  didww: delivery({ ...toDidww, titles: { ...toDidww.titles, bare: 'the bare request' } }),
  'didww-five': delivery({ ...toDidww, count: 5 }),
  'didww-first': delivery({ ...toDidww, isFirst: true }),
  age,
  parts,
  http: delivery(toHttp),
  shelf: delivery({
    provider: 'http',
    titles: { sealdrop: 'SealDrop', unshelved: 'SealDrop, with shelf: off' },
    rival: 'unshelved',
  }),
  many,
  phone,
  // Each run takes more than eight seconds.
  uplink: bench =>
    delivery({ ...toHttp, uplink: 20_000_000 })({ ...bench, pairs: Math.min(bench.pairs, 4) }),
}
