const EXITS = `EXIT STATUS
  0    everything went well
  1    some files did not open, with any of the keys, or there was none (a ticket did not pass, a key file held no key)
  2    the call cannot be done: wrong words, no key that can be read
  3    the folder for the documents cannot be written; what was done until then stands
  129, 130, 143    ended by a signal (--watch ends so, with 0 or 1); 141: the reader of the output went away`

const general = `NAME
  sealdrop - keys for sealed documents, and opening them

SYNOPSIS
  sealdrop keygen [-o FILE] [--pq]
  sealdrop recipient FILE...
  sealdrop open FILE|FOLDER... -i FILE [--out FOLDER] [--watch] [--json] [--manifest FILE]
  sealdrop inspect FILE... [-i FILE]
  sealdrop recipients FILE|FOLDER... -i FILE [-i FILE...] [--json]
  sealdrop reseal FILE|FOLDER... -i FILE -r RECIPIENT [--json] --out FOLDER
  sealdrop ticket --key-file FILE [TICKET]
  sealdrop COMMAND --help | --version

DESCRIPTION
  Opens what <seal-drop> sealed, and any other age file: plain, armored, or in its PDF wrapper. Names are restored, hashes are
  compared, nothing is overwritten. Keys, passphrases and a ticket's key come from files, standard input or the terminal, never from
  the words of a call.

${EXITS}
`

const keygen = `NAME
  sealdrop keygen - makes a key pair

SYNOPSIS
  sealdrop keygen [-o FILE] [--pq]

DESCRIPTION
  Writes a new identity, as age-keygen does. Its public key (age1…) is what senders are given. Without the identity nothing that was
  sealed for it can ever be opened: keep a copy elsewhere.

OPTIONS
  -o, --output FILE   a new file for its owner alone (mode 600); otherwise standard output. An existing file is not overwritten
  --pq                post-quantum (AGE-SECRET-KEY-PQ-1…; MLKEM768-X25519), which age reads since 1.3

${EXITS}
`

const recipient = `NAME
  sealdrop recipient - tells the public keys of key files

SYNOPSIS
  sealdrop recipient [--fingerprint] [--json] FILE...

DESCRIPTION
  Prints the recipient (age1…) of each identity in the files, one a line. - is standard input.

OPTIONS
  --fingerprint   with the fingerprint behind it, to compare by phone
  --json          one object a line: file, recipient, fingerprint

${EXITS}
`

const open = `NAME
  sealdrop open - opens sealed files

SYNOPSIS
  sealdrop open FILE|FOLDER... -i FILE [--out FOLDER] [--watch] [--json] [--manifest FILE]

DESCRIPTION
  Opens each file, and of each folder the sealed ones right in it, into the folder of --out. A document gets the name it was sealed
  with, made safe. It is written to a hidden file, and put under its name only when all of it was authenticated and its hash
  compared. Where the name is taken by other bytes it gets a number: passport (2).pdf. Where the same document is there already,
  nothing is written. Documents are for their owner alone (mode 600). What a killed run left is removed by the next one.

  In a folder a file counts as sealed that is called .age or begins like one; everything else is skipped. Links, hidden files and
  folders in a folder are left alone. - is standard input.

  "intact" says that nothing changed since it was sealed, not who sealed it.

OPTIONS
  -i, --identity FILE   a key file: AGE-SECRET-KEY-…, or AGE-PLUGIN-… for a key on a card, which the plugin on the path is asked for
                        (what was sealed for age1tag1… or age1tagpq1… opens so).
                        May stand there several times; all are tried. - is standard input. A key file that age has sealed with a
                        passphrase is asked for that
  -p, --passphrase      asks for the passphrase of the files on the terminal
  -o, --out FOLDER      where documents are put; made where it is missing. Otherwise the folder that you are in
  -w, --watch           goes on: each file is opened once its size has rested for 2 seconds, until Ctrl-C
  --json                one object a line: status (opened, already-there, failed, skipped), file, saved, name, size, type, sha256,
                        intact, record, found; code and message of a failure; at the end the counts
  --manifest FILE       adds a line of CSV for each file: what it was saved as, size, type, SHA-256, intact, sealed at, the sender's
                        checks and remarks, and what is found here. Begins the file where it is missing

EXAMPLES
  sealdrop open inbox -i key.txt --out documents --manifest documents.csv
  age -d key.age | sealdrop open passport.age -i -
  sealdrop open inbox --watch -i yubikey.txt --out documents

${EXITS}
`

const inspect = `NAME
  sealdrop inspect - tells what a file is

SYNOPSIS
  sealdrop inspect FILE... [-i FILE] [--json]

DESCRIPTION
  Of a sealed file: its shape, the kinds of its recipients, whether it has a record. With a key also what the sender claims, and what
  is found in the document, which is opened in memory and written nowhere. Of any other file: size, SHA-256, kind, whether it is
  whole, and remarks.

OPTIONS
  -i, --identity FILE   as for open
  --json                one object a line

${EXITS}
`

const recipients = `NAME
  sealdrop recipients - tells which of some keys open which files

SYNOPSIS
  sealdrop recipients FILE|FOLDER... -i FILE [-i FILE...] [--json]

DESCRIPTION
  A sealed file does not say who it is for, so each key is tried. This reads the header of a file and nothing of the document, and
  writes nothing. Files and folders are those that open takes. At the end it is said of each key file how many it opens, and how many
  no other one that is named here does: without further keys, those are lost with it.

  Which files are still sealed for the old key alone: those that open with old.txt only. Whether the old key can go: ask about the new
  one alone, until the status is 0 and the count is that of your files. Of folders in a folder nothing is read.

OPTIONS
  -i, --identity FILE   a key file, as for open; once for each that is asked about. All keys in one file count as one
  --json                one object a line: status (sealed, failed, skipped), file, sealed (its shape), recipients (their kinds), opens
                        (key files); code and message of a failure; at the end sealed, none, failed and skipped, and in identities
                        for each key file: identity, opens, alone

EXAMPLES
  sealdrop recipients inbox -i old.txt -i new.txt
  sealdrop recipients inbox -i new.txt --json

${EXITS}
`

const reseal = `NAME
  sealdrop reseal - seals sealed files anew, for other keys

SYNOPSIS
  sealdrop reseal FILE|FOLDER... -i FILE -r RECIPIENT [--json] --out FOLDER

DESCRIPTION
  Opens each file and seals it for the recipients, under a new file key, into the folder of --out. No document is written in the
  clear. Name, hash and what else the record claims stay as they are, its time too. A new file is a plain age file, whatever was
  around the old one, of the old name, which ends in .age. It gets that name only when all of the old one was authenticated and its
  hash compared. Nothing is overwritten: two old files of one name get a number each, and where another run made a file of that name,
  nothing is written and the status is 1: that one may be for other keys. Old files stay: they can be opened with the old key for as
  long as anybody has a copy.

OPTIONS
  -i, --identity FILE         as for open: what opens the old files
  -r, --recipient RECIPIENT   age1…, age1tag1…, age1pq1… or age1tagpq1…, for whom the new ones are; several times for several. Those of before
                              are not kept
  -o, --out FOLDER            another folder than that of the files; made where it is missing
  --json                      one object a line: status (resealed, there, failed, skipped), file, saved, intact; code and message of a
                              failure; at the end the counts

EXAMPLES
  sealdrop reseal inbox -i old.txt -r "$(sealdrop recipient new.txt)" --out resealed

${EXITS}
`

const ticket = `NAME
  sealdrop ticket - verifies a ticket of the relay

SYNOPSIS
  sealdrop ticket --key-file FILE [--client NAME] [--provider NAME] [TICKET]

DESCRIPTION
  Prints what the ticket states, as JSON, where it is genuine and has not expired. Without TICKET, or for -, it is read from standard
  input.

OPTIONS
  --key-file FILE   the relay's ticketKey; several, one a line
  --client NAME     passes only for this client
  --provider NAME   passes only for this service

${EXITS}
`

export const help: Readonly<Record<string, string>> = {
  general,
  keygen,
  recipient,
  open,
  inspect,
  recipients,
  reseal,
  ticket,
}
