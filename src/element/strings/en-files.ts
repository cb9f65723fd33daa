import type { FileStrings } from './strings.ts'

const again = 'Please try again.'
const owner = 'Please tell the owner of this site.'

export const enFiles: FileStrings = {
  zone: {
    more: 'Drop more here',
    letGo: { one: 'Let go to add {n} file', other: 'Let go to add {n} files' },
    letGoUncounted: 'Let go to add your files',
    letGoReplacing: 'Let go to replace the file',
    another: 'Drop another here to replace it',
    chooseAnother: 'Choose another file',
    full: { other: 'The limit of {n} files is reached. Remove one to choose another.' },
    left: { one: '{n} more file', other: '{n} more files' },
  },
  folders: 'Folders cannot be added. Open the folder and add the files in it.',
  list: 'Files',
  seal: {
    only: 'Only encrypted data leaves this page, for {recipient}',
    fingerprints: 'Only these keys open what you send. Compare their fingerprints:',
    untrusted: 'The keys of the recipient could not be confirmed. Nothing is sent without them.',
    unreachable:
      'The keys of the recipient cannot be reached right now. Nothing is sent without them.',
  },
  status: {
    waiting: 'Waiting',
    checking: 'Checking',
    checkingLate: 'Checking · if it is still in the cloud, it has to be downloaded first',
    ready: {
      auto: 'Checked · waiting its turn',
      submit: 'Checked · goes out with the form',
      manual: 'Checked · ready to send',
    },
    sealing: 'Checked · encrypting',
    preparing: 'Checked · preparing',
    sending: 'Sending, encrypted',
    sendingOpen: 'Sending',
    sendingLate: '{status} · the server is checking',
    confirming: 'Sent · waiting for the answer',
    confirmingLate: 'Sent · the server is checking',
    paused: 'Paused at {percent}',
    offer: 'Not sent to its end · waits for you',
    retrying: '{why} · trying again',
    offline: 'You are offline · goes on when the connection is back',
    seemsOffline: '{status} · you seem to be offline',
    delivered: 'Arrived · waiting for the others',
    committing: 'Arrived · finishing',
    done: 'Delivered',
    expires: 'Delivered · expires {when}',
    cancelled: 'Cancelled',
    cancelledLate: 'Cancelled. It may have arrived.',
    removed: 'Removed',
  },
  moment: '{day}, {time}',
  counting: { share: ' · {percent}', slow: ' · may take {time} more', wait: ' in {time}' },
  unnamed: {
    chosen: {
      today: 'A document chosen at {time}',
      earlier: 'A document chosen {day} at {time}',
    },
    sent: { today: 'A document sent at {time}', earlier: 'A document sent {day} at {time}' },
  },
  action: {
    pause: 'Pause {name}',
    resume: 'Resume {name}',
    retry: 'Try {name} again',
    sendAgain: 'Send {name} again',
    cancel: 'Cancel {name}',
    remove: 'Remove {name}',
    dismiss: 'Dismiss {name}',
    pauseAll: 'Pause all',
    resumeAll: 'Resume all',
    goOn: 'Go on',
    notMine: 'Not mine',
    undo: 'Undo',
  },
  tip: {
    pause: 'Pause',
    resume: 'Resume',
    retry: 'Try again',
    sendAgain: 'Send again',
    cancel: 'Cancel',
    remove: 'Remove',
    dismiss: 'Dismiss',
  },
  summary: {
    delivered: { other: '{n} of {total} delivered' },
    failed: { other: '{n} failed' },
    unconfirmed: { other: '{n} may have arrived' },
  },
  said: {
    added: { single: '{name} added.', other: '{n} files added.' },
    refused: {
      single: '{name} was not added. {why}',
      other: '{n} files were not added.',
    },
    replaced: { single: '{name} was replaced.', other: '{n} files were replaced.' },
    restored: {
      single: '{name} is still part of this form.',
      other: '{n} files are still part of this form.',
    },
    offered: {
      single: '{name} was not sent to its end. Go on with it, or say that it is not yours.',
      other:
        '{n} files were not sent to their end. Go on with them, or say that they are not yours.',
    },
    removed: { single: '{name} removed.', other: '{n} files removed.' },
    withdrawn: {
      single: '{name} removed. For a while it can be put back.',
      other: '{n} files removed. For a while they can be put back.',
    },
    putBack: { single: '{name} is back.', other: '{n} files are back.' },
    cancelled: { single: '{name} cancelled.', other: '{n} files cancelled.' },
    cancelledLate: {
      single: '{name} cancelled. It may have arrived.',
      other: '{n} files cancelled. They may have arrived.',
    },
    paused: { single: '{name} paused.', other: '{n} files paused.' },
    resumed: { single: '{name} goes on.', other: '{n} files go on.' },
    again: { single: '{name} is tried again.', other: '{n} files are tried again.' },
    unread: {
      single: '{name} is still being read. If it is in the cloud, it has to be downloaded first.',
      other:
        '{n} files are still being read. If they are in the cloud, they have to be downloaded first.',
    },
    late: {
      single: 'The server is still checking {name}.',
      other: 'The server is still checking {n} files.',
    },
    retrying: { single: '{name}: {why}. Trying again.', other: '{n} files are tried again.' },
    failed: { single: '{name} failed. {why}', other: '{n} files failed.' },
    unconfirmed: { single: '{name}: {why}', other: '{n} files may have arrived.' },
    done: { single: '{name} delivered.', other: '{n} files delivered.' },
  },
  gathered: {
    addedNot: {
      one: '{n} file added, {not} not.',
      other: '{n} files added, {not} not.',
    },
    seeList: 'The list says why.',
    remarked: { other: 'Remarks on {n} files are in the list.' },
    work: { single: 'Sending {name}, then the form.', other: 'Sending {n} files, then the form.' },
    sent: '{percent} sent.',
    summary: '{summary}.',
    between: ' ',
    offline: 'You seem to be offline. Files go on when the connection is back.',
    online: 'The connection is back.',
  },
  undelivered: {
    single: '{name} was not delivered. Try it again or remove it.',
    other: '{n} files were not delivered. Try them again or remove them.',
  },
  stopped: {
    single: '{name} is paused. Resume or cancel it, then send the form again.',
    other: '{n} files are paused. Resume or cancel them, then send the form again.',
  },
  pressAgain: {
    named: 'Everything is ready. Press “{button}” again to send the form.',
    unnamed: 'Everything is ready. Now send the form.',
  },
  unconfirmed: {
    single: '{name} may have arrived, but no answer says so. Send it again or remove it.',
    other: '{n} files may have arrived, but no answer says so. Send them again or remove them.',
    once: 'This file may have arrived, but no answer says so. Trying again does not store it twice.',
    twice:
      'This file may have arrived, but no answer says so. If it is sent again, it may be stored twice.',
  },
  error: {
    empty: 'This file is empty. Choose another one.',
    'too-large': 'This file is too large. Choose a smaller one.',
    'wrong-type': 'This kind of file is not taken here. Choose another one.',
    damaged: 'This file is damaged or incomplete. Save or scan it again, then add it.',
    'too-many': 'No more files can be added. Remove one to add another.',
    duplicate: 'This file is already in the list.',
    unreadable:
      'This file could not be read. If it is still in the cloud, download it first; if it was moved or deleted, choose it anew.',
    changed: 'This file was changed after you chose it. Please add it again.',
    'bad-recipient': `The recipient’s key is not valid, so nothing was sent. ${owner}`,
    'keys-untrusted': `The recipient’s keys could not be confirmed, so nothing was sent. ${owner}`,
    'seal-failed': `This file could not be encrypted, so it was not sent. ${again}`,
    offline: 'You are offline. Try again when the connection is back.',
    network: `The connection was lost. ${again}`,
    timeout: `The server did not answer in time. ${again}`,
    stalled: `The upload came to a halt. ${again}`,
    unauthorized: 'You are not signed in any more. Reload the page and try again.',
    forbidden: `The server does not allow this upload. ${owner}`,
    'not-found': `The server does not know this upload. ${owner}`,
    refused:
      'The server did not accept this file. Try another one, or tell the owner of this site.',
    'rate-limited': 'Too many uploads right now. Try again in a few minutes.',
    server: 'The server has a problem. Try again in a few minutes.',
    protocol: `The server gave an answer that makes no sense. ${owner}`,
    'keys-rotated': `The recipient changed the keys. ${again}`,
    mismatch: 'What arrived is not what was sent. Remove this file and add it again.',
    'already-used': 'The server has this file already. It need not be sent again.',
    expired: 'This upload has expired. Remove the file and add it again.',
  },
  rechoose:
    'The recipient changed the keys, so this document cannot be sent any more. Please choose it again.',
  quoted: '{why} The server said: “{reason}”',
  tooLarge: 'This file is too large. The largest that fits is {size}.',
  tooMany: {
    single: 'Only one file can be added. Remove it, or choose another to replace it.',
    other: 'Only {n} files can be added. Remove one to add another.',
  },
  wrongType: {
    heic: 'This is an iPhone {found} photo. Export it as JPG and add it again.',
    office: 'This is a {found} document. Save it as PDF and add it again.',
    archive: 'This is a {found} archive. Unpack it and add the files in it.',
    program: 'This is a program, not a document. Only {types} can be added.',
    signature:
      'This is a signed file ({found}). Save the document inside it and add that, or add an unsigned copy.',
    page: 'This is a web page. Save it as PDF and add it again.',
    password: 'This PDF asks for a password. Add a copy that opens without one.',
    certificate:
      'This PDF opens only for those it was encrypted for. Add a copy without that protection.',
    other: 'This is a {found} file. Only {types} can be added.',
    unknown: 'This kind of file is not known here. Only {types} can be added.',
  },
  hitch: {
    network: 'Connection lost',
    timeout: 'No answer',
    stalled: 'No progress',
    server: 'The server has a problem',
    'rate-limited': 'The server is busy',
  },
  remark: {
    'name-mismatch': 'The name does not say what kind of file it is.',
    encrypted: 'This PDF is protected. It seems to open without a password.',
    'password-needed':
      'This PDF asks for a password. Tell it to the recipient, or add a copy that opens without one.',
    'certificate-needed':
      'This PDF opens only for those it was encrypted for. If the recipient is not among them, add a copy without that protection.',
    'no-end-marker': 'This PDF may have been cut off. Check that its last page is there.',
    'location-data': 'This photo says where it was taken.',
    'leading-data':
      'Something else comes before the document in this file, so some programs may not open it. Save it as PDF again.',
    'trailing-data':
      'Something else follows the document in this file, or its last change is incomplete. Check that nothing is missing.',
    'not-shown': 'Your browser cannot show this picture. Check that it opens.',
    'near-limit': 'This file is close to the largest size.',
  },
}
