/** Every provider's sandbox: one line each. */
export { startCryptshare as cryptshare } from './cryptshare/sandbox.ts'
export { startDidww as didww } from './didww/sandbox.ts'
export { startDokstamp as dokstamp } from './dokstamp/sandbox.ts'
export { startHttp as http } from './http/sandbox.ts'
export { startPrivasfer as privasfer } from './privasfer/sandbox.ts'
export { startS3 as s3 } from './s3/sandbox.ts'
export { startTus as tus } from './tus/sandbox.ts'
