import type { DeskStrings } from './strings.ts'

export const en: DeskStrings = {
  lang: 'en-GB',
  dir: 'ltr',
  between: ' ',
  quoted: '“{code}”.',
  page: {
    name: 'The recipient’s desk',
    lead: 'Open what people sealed for you. Everything happens on this page: it sends nothing, and stores nothing that you do not ask it to.',
  },
  open: {
    heading: 'Open documents',
    identity: {
      heading: 'Your identity',
      drop: 'Drop your identity file here, or',
      more: 'Drop another, or',
      choose: 'Choose the identity file',
      hint: 'A text file with AGE-SECRET-KEY-1 in it',
      field: 'Or paste an identity, or give a passphrase',
      use: 'Use it',
      of: 'Identity of {recipient}',
      passphrase: 'A passphrase',
      forget: 'Forget it',
    },
    sealed: {
      heading: 'Sealed files',
      drop: 'Drop sealed files here, or',
      more: 'Drop more, or',
      choose: 'Choose sealed files',
      hint: 'As many as you like: .age files, or the PDF they are wrapped in',
    },
    summary: {
      waiting: { other: '{n} waiting for an identity.' },
      opening: { one: 'Opening {n} file …', other: 'Opening {n} files …' },
      opened: { other: '{n} of {total} opened.' },
      failed: { other: '{n} could not be opened.' },
    },
    archive: 'Download all as an archive',
    archiving: 'Making the archive …',
    clear: 'Clear the list',
    list: {
      find: 'Find in the list',
      sort: 'Sort by',
      added: 'As added',
      only: 'Only with remarks',
      shown: { other: '{n} of {total} shown.' },
      csv: 'Download the list (CSV)',
    },
  },
  given: {
    empty: 'Nothing was given. Paste an identity, or type a passphrase.',
    none: 'There is no identity in it. An identity starts with AGE-SECRET-KEY-1.',
    broken: 'The identity is broken: a letter is missing or wrong. Nothing was taken.',
    sealed:
      'This identity file is itself sealed with a passphrase. Open it with age first: age -d -o identity.txt.',
    known: 'It is here already.',
    loaded: 'Identity loaded.',
    unreadable: 'The file could not be read.',
    passphrase: 'The passphrase is used from now on.',
    forgotten: 'Identity and passphrase are forgotten.',
  },
  passkey: {
    offer: 'Use a passkey',
    what: 'The identity is sealed with a passkey: this desk then asks for your fingerprint, face or screen lock instead of a file. Whoever can unlock your device can open the documents.',
    backup:
      'A passkey can get lost, with a device or an account, and every document with it. So print the identity first.',
    print: 'Print the identity',
    printed: 'I have printed it, and put it where it is safe',
    create: 'Create a passkey',
    made: 'The identity is sealed with the passkey. Save it, or keep it in this browser.',
    save: 'Save the sealed identity',
    keep: 'Keep it in this browser',
    kept: 'This browser keeps an identity, sealed with a passkey.',
    other: 'This browser keeps another identity already. Remove that first.',
    given: 'This identity is sealed with a passkey.',
    open: 'Use the passkey',
    remove: 'Remove it from this browser',
    removed:
      'The sealed identity was removed from this browser. The passkey itself can be deleted in the settings of your device.',
    paper: {
      heading: 'Identity',
      what: 'Whoever has this sheet can open the documents. Keep it where only you can read it. To use it, scan the code or type the letters below it, and give them to the desk.',
    },
    none: {
      file: 'No passkey can be used here, because this page is a file on the disk. The identity stays a file.',
      address:
        'No passkey can be used at this address. It takes https and a name, or localhost, not an IP address.',
      browser: 'This browser has no passkeys that can seal an identity.',
    },
    trouble: {
      cancelled:
        'The passkey was not used: it was cancelled, took too long, or the passkey is not there any more. Nothing is lost: try again, or use the identity’s file or sheet.',
      wrong: 'This passkey does not open it. Use the one that it was sealed with.',
      prf: 'This passkey cannot seal an identity. Nothing was changed. Try another device or password manager.',
      damaged:
        'The sealed identity is damaged. Use the identity’s file or sheet, and seal it again.',
      elsewhere: 'The passkey is of another address: {site}. Open the desk there.',
      full: 'This browser keeps nothing for this page. Save the sealed identity as a file.',
    },
  },
  item: {
    sealed: '{size}, sealed',
    opening: 'Opening · {percent}',
    openingName: 'Opening {name}',
    turn: 'Waits its turn',
    waiting: 'Waits for an identity',
    unknownKind: 'Unknown kind',
    intact: 'Unchanged since it was sealed.',
    intactOnly: 'That does not say who sealed it: anyone who has your recipient could.',
    whole: 'Opened whole.',
    noRecord:
      'It carries no record, so nothing says what it was called, or what it was, when it was sealed.',
    damaged: 'The document itself looks damaged: {why}.',
    otherwise: 'The sender’s browser says otherwise. {what}:',
    download: 'Download',
    show: 'Show the picture',
    picture: 'The picture {name}',
    tooLarge: 'This picture is too large to be shown here. Download it to look at it.',
    claims: 'What the sender’s browser says, and what this desk finds',
    details: 'Details',
    size: 'Size',
    from: 'Opened from',
  },
  table: {
    name: 'Claims and findings for {name}',
    says: 'The sender’s browser says',
    finds: 'This desk finds',
    saysShort: 'Says:',
    findsShort: 'Found:',
    differs: 'differs',
    row: {
      name: 'Name',
      kind: 'Kind',
      checked: 'Checked',
      remarks: 'Remarks',
      size: 'Size, SHA-256',
      sealed: 'Sealed',
      by: 'Sealed with',
    },
    nothing: 'Nothing',
    unknowable: 'Cannot be known here',
    same: 'The same',
    unknownKind: 'Not known here',
    whole: 'Whole',
    damaged: 'Damaged: {why}',
    unchecked: 'Not looked through: it is no {types}',
  },
  trouble: {
    damaged:
      'Damaged. It was cut or changed after sealing, or what it says of itself is not true. Nothing of it is released. Ask for it again.',
    'no-identity':
      'Nothing you gave above opens it: it was sealed for someone else. Add the right identity and it is tried again.',
    unsupported: 'Not a sealed file: this desk opens what was sealed with age.',
    'other-pdf':
      'A PDF that this desk finds no sealed file in. It may have been stamped or saved again on its way: if it has an attachment, save that and add it here.',
    'too-slow':
      'Its passphrase takes more work than this page does: it would stand still for seconds. Open it with the age command: age -d.',
    hardware:
      'It opens only with a private key in hardware, such as a security key, which this page cannot use. Open it with the command: npx sealdrop open.',
    unreadable: 'It could not be read. It may be a folder, or have been moved or deleted.',
    failed: 'It could not be opened. It may be too large for this browser.',
  },
  remark: {
    'name-mismatch': 'The name does not say what kind of file it is.',
    encrypted: 'This PDF is protected. It seems to open without a password.',
    'password-needed': 'This PDF asks for a password. Only the sender can tell it.',
    'certificate-needed': 'This PDF opens only with a certificate that it was encrypted for.',
    'no-end-marker': 'This PDF may have been cut off. Check that its last page is there.',
    'location-data': 'This photo says where it was taken.',
    'location-removed': 'The photo was sent without its location and other hidden details.',
    'leading-data':
      'Something stands before the document. Open it with a PDF reader, and with nothing else.',
    'trailing-data':
      'Something follows the document, or its last change is incomplete. Check that it is complete.',
    'not-shown': 'A browser cannot show this picture.',
    'near-limit': 'This file is close to the largest size.',
  },
  check: { size: 'Its size.', type: 'Its kind, by content.', structure: 'That it is whole.' },
  caution: {
    program: 'This is a program. Do not start it.',
    script:
      'This is {format}, which can run scripts when it is opened. Open it only in a text editor.',
    other: 'This is no {types}, but {format}. Open it only if you expected it.',
    unknown: 'This is no {types}. Open it only if you expected it.',
  },
  pair: {
    heading: 'Make a key pair',
    halves:
      'A pair has two halves. The *recipient* (age1…) is public: documents are sealed for it. The *identity* (AGE-SECRET-KEY-1…) is secret: it opens them.',
    advice:
      '*Use two recipients:* your own, and a colleague’s or a backup kept elsewhere. One lost identity loses every document that was sealed for it alone.',
    make: 'Make a key pair',
    another: 'Make another key pair',
    made: 'A key pair was made. Save the identity now.',
    save: 'Save the identity',
    saved: 'The identity was saved as a file. Keep it safe.',
    keep: 'It is in no other place than this page, and gone when the page is closed. Keep the file where only you can read it.',
    show: 'Show it',
    recipients: 'Recipients',
    own: 'Yours',
    added: 'Added',
    remove: 'Remove',
    only: 'Only one recipient so far. If this identity is lost, every document is lost.',
    several: { other: '{n} recipients. Any one of their identities opens the documents.' },
    fingerprint:
      'The fingerprint is there to compare, by phone for example: the widget on your website shows the same.',
    field: 'Another recipient (age1…)',
    add: 'Add',
    put: 'Put this into your website',
    placeholders:
      'Put your server’s address in place of /upload, and SealDrop’s files below /sealdrop/.',
    documents: 'Documents',
    copy: {
      recipient: {
        button: 'Copy the recipient',
        done: 'The recipient was copied.',
        selected:
          'This browser does not let the page copy. The recipient is selected: copy it now.',
      },
      snippet: {
        button: 'Copy the snippet',
        done: 'The snippet was copied.',
        selected: 'This browser does not let the page copy. The snippet is selected: copy it now.',
      },
    },
    wasAdded: 'The recipient was added.',
    wasRemoved: 'The recipient was removed.',
    trouble: {
      secret:
        'That is an identity, the secret half of a pair. The field was cleared, and nothing was used. Give the half that starts with age1.',
      known: 'This recipient is in the list already.',
      postQuantum: 'This is a post-quantum recipient. It cannot stand beside yours.',
      none: 'This is no recipient. It starts with age1 and has 62 small letters and digits; one may be missing or wrong.',
    },
  },
}
