/** The entries of a ZIP that is not compressed, in order; throws on anything else. */
export const unzipped = (zip: Buffer): readonly (readonly [name: string, bytes: Buffer])[] => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('That is no ZIP.')
  const entries: [string, Buffer][] = []
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('The directory is broken.')
    if (zip.readUInt16LE(at + 10) !== 0) throw new Error('An entry is compressed.')
    const [size, name, extra, comment] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    entries.push([zip.toString('utf8', at + 46, at + 46 + name), zip.subarray(start, start + size)])
    at += 46 + name + extra + comment
  }
  return entries
}
