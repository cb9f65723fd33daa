import type { Strings } from './strings.ts'

export const en: Strings = {
  lang: 'en-GB',
  dir: 'ltr',
  about: '{text}: {name}',
  group: 'Upload',
  hint: {
    one: '{types}, up to {size}',
    each: '{types}, up to {size} each',
    some: '{types}, up to {size} each, {n} files at most',
  },
  atOnce: 'Files are sent as soon as you choose them.',
  drop: { one: 'Drop your document here, or', several: 'Drop your documents here, or' },
  choose: { one: 'Choose a file', several: 'Choose files' },
  locked: 'Nothing can be added now.',
  required: 'Required.',
  missing: 'Please add a document.',
  unfinished: {
    one: 'Please wait until your document is delivered.',
    several: 'Please wait until your documents are delivered.',
  },
  sealedFor: 'Encrypted in your browser for {recipient}',
  fault: {
    'insecure-context':
      'Documents are only sent over a secure connection. Open this page with https.',
    unsupported: 'This browser cannot encrypt documents. Update it, or use another one.',
    misconfigured: 'This upload is not set up correctly. Please tell the owner of this site.',
  },
  unloaded: 'The connection was lost. Your files are added when it is back.',
  recipient: 'the recipient',
}
