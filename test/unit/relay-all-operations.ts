/** As a page asks: `SIGNED` stands for an id that the relay signed. */
const OPERATIONS = `
POST /http upload
PUT /http upload
OPTIONS /tus discover
POST /tus upload
PATCH /tus/SIGNED upload
HEAD /tus/SIGNED resume
DELETE /tus/SIGNED remove
GET /didww/public_keys publicKeys
POST /didww/encrypted_files upload
GET /didww/encrypted_files list
GET /didww/encrypted_files/f-1 get
DELETE /didww/encrypted_files/f-1 remove
POST /s3/put put
POST /s3/part part
POST /s3/create create
POST /s3/list list
POST /s3/complete complete
POST /s3/abort abort
POST /s3/head head
POST /privasfer/files upload
GET /privasfer/files list
GET /privasfer/files/f-1 get
DELETE /privasfer/files/f-1 remove
PATCH /privasfer/files/f-1 update
POST /privasfer/downloads createDownload
GET /privasfer/inbox inbox
GET /privasfer/inbox/m-1 message
GET /privasfer/mails mails
POST /privasfer/mails sendMail
POST /privasfer/keys createKey
DELETE /privasfer/keys/k-1 removeKey
POST /dokstamp/files upload
GET /dokstamp/files list
GET /dokstamp/files/f-1 get
PATCH /dokstamp/files/f-1 update
PUT /dokstamp/files/f-1 replace
DELETE /dokstamp/files/f-1 remove
GET /dokstamp/files/f-1/download download
GET /cryptshare/products/api.rest/cors corsActive
GET /cryptshare/clients newClientId
GET /cryptshare/users/me/verification verification
POST /cryptshare/users/me/verification/code/email requestCode
POST /cryptshare/users/me/verification/token verify
POST /cryptshare/users/me/transfer-policy policy
POST /cryptshare/users/me/transfer-sessions createSession
GET /cryptshare/users/me/transfer-sessions/SIGNED state
PATCH /cryptshare/users/me/transfer-sessions/SIGNED edit
POST /cryptshare/users/me/transfer-sessions/SIGNED submit
DELETE /cryptshare/users/me/transfer-sessions/SIGNED discardSession
POST /cryptshare/users/me/transfer-sessions/SIGNED/files register
PUT /cryptshare/users/me/transfer-sessions/SIGNED/files/f-1/content upload
DELETE /cryptshare/users/me/transfer-sessions/SIGNED/files/f-1 removeFile
GET /cryptshare/users/me/transfers/SIGNED transfer
`

/** One thing that a page may ask the relay. */
export interface KnownOperation {
  readonly method: string
  readonly path: string
  readonly operation: string
}

export const operations: readonly KnownOperation[] = OPERATIONS.trim()
  .split('\n')
  .map(line => {
    const [method = '', path = '', operation = ''] = line.split(' ')
    return { method, path, operation }
  })
