/** The curve y² = x³ − 3x + b modulo p (FIPS 186-5 and SP 800-186, "P-256"). Its order is prime: there are no points of low order. */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

const COORDINATE_BYTES = 32

const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)

const write = (number: bigint, into: Uint8Array): void => {
  let rest = number
  for (let at = into.length - 1; at >= 0; at--, rest >>= 8n) into[at] = Number(rest & 0xffn)
}

const squareAt = (x: bigint): bigint => (x * x * x + (P - 3n) * x + B) % P

/** To the power (p + 1) / 4: a root of every number that has one, as p is 3 modulo 4. */
const rootOf = (square: bigint): bigint => {
  let root = 1n
  let power = square
  for (let bits = (P + 1n) >> 2n; bits > 0n; bits >>= 1n) {
    if (bits & 1n) root = (root * power) % P
    power = (power * power) % P
  }
  return root
}

/**
 * A point as SEC 1 writes it whole (`04`, x, y; 65 bytes), from that or from its compressed form (`02` or `03`, x; 33 bytes), which
 * WebKitGTK's WebCrypto does not read. Undefined for anything that is no point of the curve. For public keys: its time depends on them.
 */
export const wholePoint = (written: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  const [form = 0] = written
  const isWhole = form === 4 && written.length === 1 + 2 * COORDINATE_BYTES
  const isCompressed = (form === 2 || form === 3) && written.length === 1 + COORDINATE_BYTES
  if (!isWhole && !isCompressed) return undefined
  const x = numberOf(written.subarray(1, 1 + COORDINATE_BYTES))
  if (x >= P) return undefined
  const square = squareAt(x)
  let y = isWhole ? numberOf(written.subarray(1 + COORDINATE_BYTES)) : rootOf(square)
  if (y >= P || (y * y) % P !== square) return undefined
  if (isCompressed && Number(y & 1n) !== (form & 1)) y = P - y
  const point = new Uint8Array(1 + 2 * COORDINATE_BYTES)
  point[0] = 4
  write(x, point.subarray(1, 1 + COORDINATE_BYTES))
  write(y, point.subarray(1 + COORDINATE_BYTES))
  return point
}
