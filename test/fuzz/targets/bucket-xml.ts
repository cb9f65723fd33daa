import {
  completionOf,
  errorCodeIn,
  isChecksum,
  isCompleted,
  isETag,
  partsIn,
  uploadIdIn,
} from '../../../src/core/s3-xml.ts'
import { changeText, hostileText } from '../mutate.ts'
import { expect, outcomeOf, type Target } from '../target.ts'

const SUM = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
const part = (number: number): string =>
  `<Part><PartNumber>${number}</PartNumber><ETag>&quot;9bb58f26192e4ba00f01e2e7b136bbd8&quot;</ETag><Size>8388608</Size><ChecksumSHA256>${SUM}</ChecksumSHA256></Part>`
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'

const ANSWERS = [
  `${head}<Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message><RequestId>0A49</RequestId></Error>`,
  `${head}<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>`,
  `${head}<InitiateMultipartUploadResult ${space}><Key>uploads/a</Key><UploadId>VXBsb2FkIElE~.-_+/=</UploadId></InitiateMultipartUploadResult>`,
  `${head}<ListPartsResult ${space}><Key>uploads/a</Key>${part(1)}${part(2)}${part(3)}</ListPartsResult>`,
  `${head}<CompleteMultipartUploadResult ${space}><Key>uploads/a</Key></CompleteMultipartUploadResult>`,
]

const NUMBERS = ['-1', '0', '1e400', '0x10', '', ' 7', '1.5', '9'.repeat(30)]

/** What a bucket answers a page or a relay, which take words out of it and send some of them back. */
export const bucketXml: Target<string> = {
  name: 'bucket-xml',
  make(chance) {
    let text = chance.isOneIn(8) ? hostileText(chance, 400) : chance.pick(ANSWERS)
    if (chance.isOneIn(3)) {
      const [from, to] = [chance.pick(['>1<', '>2<', '>8388608<']), chance.pick(NUMBERS)]
      text = text.replace(from, `>${to}<`)
    }
    for (let left = chance.int(5); left > 0; left--) text = changeText(text, chance)
    return text
  },
  async judge(text) {
    const outcome = await outcomeOf(() => ({
      code: errorCodeIn(text),
      id: uploadIdIn(text),
      parts: partsIn(text),
      isDone: isCompleted(text),
    }))
    if ('error' in outcome) expect(false, `An answer is refused: ${outcome.error.message}`)
    const { code, id, parts, isDone } = outcome.value
    const said = JSON.stringify(outcome.value)
    expect(
      [code !== undefined, id !== undefined, parts !== undefined, isDone].filter(Boolean).length <=
        1,
      `One answer is two: ${said}`,
    )
    expect(code === undefined || /^[\w.]+$/.test(code), `A code is ${said}`)
    expect(id === undefined || !/[^\w.~+/=-]/.test(id), `An upload is ${said}`)
    for (const { part: number, etag, size, sha256 } of parts ?? []) {
      expect(Number.isInteger(number) && number > 0 && isETag(etag), `A part is ${said}`)
      expect(size === undefined || (Number.isInteger(size) && size >= 0), `A size is ${said}`)
      expect(sha256 === undefined || isChecksum(sha256), `A checksum is ${said}`)
    }
    if (!parts) return
    // Nothing of theirs ends an element of ours.
    const pieces = completionOf(parts).split(/<\/?(?:Part|ETag|PartNumber|ChecksumSHA256)>/)
    expect(
      pieces.every((piece, at) => at === 0 || at === pieces.length - 1 || !/[<>"]/.test(piece)),
      `What completes it is ${completionOf(parts)}`,
    )
  },
}
