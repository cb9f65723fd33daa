const { HTTP_ENDPOINT = '', HTTP_TOKEN, TUS_ENDPOINT = '', TUS_TOKEN } = process.env
const { S3_ENDPOINT = '', S3_BUCKET = '', S3_REGION = '' } = process.env
const { S3_KEY_ID = '', S3_SECRET = '' } = process.env

/** Where sealed files lie: what the relay is told, and where they are fetched from. */
export const storage = {
  http: { endpoint: HTTP_ENDPOINT, headers: { Authorization: `Bearer ${HTTP_TOKEN}` } },
  tus: { endpoint: TUS_ENDPOINT, headers: { Authorization: `Bearer ${TUS_TOKEN}` } },
  s3: {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_KEY_ID,
    secretAccessKey: S3_SECRET,
    prefix: 'uploads/',
  },
}
