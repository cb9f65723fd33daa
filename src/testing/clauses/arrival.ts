import { assert, bytesOf, type Clause, opensTo } from '../scene.ts'

/** The size of age's chunks and of many servers' buffers. Bytes get lost at such borders. */
const CHUNK = 65_536
const sizes = [0, 1, 15, 16, 17, CHUNK - 1, CHUNK, CHUNK + 1, 3_000_000]
const names = ['a "quoted" name.pdf', 'two\r\nlines.pdf', 'paß 護照 🛂.pdf', "semi;colon='x'.pdf"]

/** The recipient opens exactly what was sent. */
export const arrival: readonly Clause[] = [
  ...sizes.map(
    (size): Clause => [
      `a file of ${size} bytes arrives and opens to the same bytes`,
      async scene => {
        const original = bytesOf(size)
        await opensTo(scene, await scene.send(await scene.parcel(original)), original)
      },
    ],
  ),
  ...names.map(
    (name): Clause => [
      `the name ${JSON.stringify(name)} does no harm`,
      async scene => {
        const original = bytesOf(100)
        await opensTo(scene, await scene.send(await scene.parcel(original, name)), original)
      },
    ],
  ),
  [
    'two sends at once do not mix',
    async scene => {
      const originals = [1, 2, 3].map(seed => bytesOf(100_000, seed))
      const parcels = await Promise.all(originals.map(bytes => scene.parcel(bytes)))
      const deliveries = await Promise.all(parcels.map(parcel => scene.send(parcel)))
      const references = new Set(deliveries.map(({ reference }) => reference))
      assert(references.size === originals.length, 'two share a reference')
      for (const [at, delivery] of deliveries.entries())
        await opensTo(scene, delivery, originals[at] ?? bytesOf(0))
    },
  ],
  [
    'progress never goes backwards and ends at the total',
    async ({ parcel, send }) => {
      const seen: number[] = []
      let total = -1
      await send(await parcel(bytesOf(3_000_000)), {
        progress(done, all) {
          seen.push(done)
          total = all
        },
      })
      assert(seen.length > 0 && seen.at(-1) === total, `ended at ${seen.at(-1)} of ${total}`)
      assert(
        seen.every((done, at) => at === 0 || done >= (seen[at - 1] ?? 0)),
        'it went backwards',
      )
    },
  ],
]
