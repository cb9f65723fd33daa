import { AwsV4Signer } from 'aws4fetch'

/** What signs: long-lived, or of a role, with a session token and an end. */
export interface S3Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** The bucket, and how requests to it are signed. */
export interface Bucket {
  /** URL of the bucket, without a closing slash. */
  readonly url: string
  readonly region: string
  credentials(): Promise<S3Credentials>
}

export interface Unsigned {
  readonly method: string
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  /** All of them are signed, and `host`. */
  readonly headers?: Readonly<Record<string, string>>
  /** How long it is good. */
  readonly seconds: number
}

/** What a browser, or the relay, sends: `content-length` and `host` it sets by itself. */
export interface Signed {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Signs a request in its query, by AWS Signature Version 4 (docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html).
 * `allHeaders`: else aws4fetch signs neither `content-length` nor `content-type`, and a page could store what it likes.
 */
export const presign = async (
  bucket: Bucket,
  { method, key, query = {}, headers = {}, seconds }: Unsigned,
): Promise<Signed> => {
  const url = new URL(`${bucket.url}/${key.split('/').map(encodeURIComponent).join('/')}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  url.searchParams.set('X-Amz-Expires', String(seconds))
  const { accessKeyId, secretAccessKey, sessionToken } = await bucket.credentials()
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
    service: 's3',
    region: bucket.region,
    signQuery: true,
    allHeaders: true,
  })
  const signed = await signer.sign()
  const { 'content-length': _, ...sent } = headers
  return { url: signed.url.href, headers: sent }
}
