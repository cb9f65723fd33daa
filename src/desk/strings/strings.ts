import type { Remark } from '../../core/contracts.ts'
import type { Gaps } from '../../words/gaps.ts'
import type { Plural } from '../../words/plural.ts'

/** Why a file did not open. */
export type Trouble =
  | 'damaged'
  | 'no-identity'
  | 'unsupported'
  | 'other-pdf'
  | 'too-slow'
  | 'hardware'
  | 'unreadable'
  | 'failed'

/**
 * What the desk says, as plain data. `{…}` marks what is filled in, and `*…*` what is set in bold. Only English says "identity":
 * other languages say "private key", as browsers do, because an identity document is what people send here.
 */
export interface DeskStrings {
  /** Language of these words; sizes and dates follow it, in the reader's regional form. */
  readonly lang: string
  /** Which way they are read. */
  readonly dir: 'ltr' | 'rtl'
  /** What stands between two sentences. */
  readonly between: string
  /** A code that this page does not know, as a sentence. */
  readonly quoted: string
  readonly page: { readonly name: string; readonly lead: string }
  /** The left side: an identity, and what it opens. */
  readonly open: {
    readonly heading: string
    readonly identity: Zone & {
      readonly heading: string
      readonly hint: string
      readonly field: string
      readonly use: string
      /** `{recipient}` is set apart from the rest. */
      readonly of: string
      readonly passphrase: string
      readonly forget: string
    }
    readonly sealed: Zone & { readonly heading: string; readonly hint: string }
    readonly summary: {
      readonly waiting: Plural
      readonly opening: Plural
      readonly opened: Plural
      readonly failed: Plural
    }
    readonly archive: string
    readonly archiving: string
    readonly clear: string
    /** What of the list is shown, and in which order. */
    readonly list: {
      readonly find: string
      readonly sort: string
      readonly added: string
      readonly only: string
      readonly shown: Plural
      readonly csv: string
    }
    /** A folder of the recipient's machine. */
    readonly folder: {
      readonly choose: string
      readonly save: string
      readonly saved: Plural
      /** Their names follow. */
      readonly refused: string
      readonly stopped: string
      readonly empty: string
      readonly unread: string
      readonly partly: string
    }
  }
  /** What came of an identity or a passphrase that was given. */
  readonly given: Readonly<
    Record<
      | 'empty'
      | 'none'
      | 'broken'
      | 'sealed'
      | 'known'
      | 'loaded'
      | 'unreadable'
      | 'passphrase'
      | 'forgotten',
      string
    >
  >
  /** An identity that is sealed with a passkey. */
  readonly passkey: {
    readonly offer: string
    readonly what: string
    readonly backup: string
    readonly print: string
    readonly printed: string
    readonly create: string
    readonly made: string
    readonly save: string
    readonly keep: string
    readonly kept: string
    readonly other: string
    readonly given: string
    readonly open: string
    readonly remove: string
    /** Asked before that. */
    readonly sure: string
    readonly cancel: string
    readonly removed: string
    /** The sheet that is printed. */
    readonly paper: { readonly heading: string; readonly what: string }
    /** Why there are no passkeys here. */
    readonly none: Readonly<Record<'file' | 'address' | 'browser', string>>
    readonly trouble: Readonly<
      Record<'cancelled' | 'wrong' | 'prf' | 'damaged' | 'elsewhere' | 'large' | 'full', string>
    >
  }
  /** One sealed file, and the document that came out of it. */
  readonly item: {
    readonly sealed: string
    readonly opening: string
    /** Names the bar. */
    readonly openingName: string
    readonly turn: string
    readonly waiting: string
    readonly unknownKind: string
    readonly intact: string
    readonly intactOnly: string
    readonly whole: string
    readonly noRecord: string
    readonly damaged: string
    /** The claim follows. */
    readonly otherwise: string
    readonly download: string
    readonly show: string
    /** Prints the sheet below. */
    readonly print: string
    /** The window that shows it: its buttons. */
    readonly viewer: { readonly zoomIn: string; readonly zoomOut: string; readonly close: string }
    /** A picture that would take too much memory. */
    readonly tooLarge: string
    readonly claims: string
    readonly details: string
    readonly size: string
    readonly from: string
  }
  /** The sheet that says what is known of a document. */
  readonly proof: {
    readonly heading: string
    /** Its SHA-256, compared with the record's. */
    readonly same: string
    readonly opened: string
    /** The recipient whose identity opened it, or a passphrase, follows. */
    readonly by: string
  }
  /** What the sender's browser says beside what this page finds. */
  readonly table: {
    readonly name: string
    readonly says: string
    readonly finds: string
    /** Before each claim and finding, where they stand below each other. */
    readonly saysShort: string
    readonly findsShort: string
    readonly differs: string
    readonly row: Readonly<
      Record<'name' | 'kind' | 'checked' | 'remarks' | 'size' | 'sealed' | 'by', string>
    >
    readonly nothing: string
    readonly unknowable: string
    readonly same: string
    readonly unknownKind: string
    readonly whole: string
    readonly damaged: string
    readonly unchecked: string
  }
  readonly trouble: Readonly<Record<Trouble, string>>
  /** To whom it came; where that is no other than to whom it goes, the element's own words. */
  readonly remark: Readonly<Record<Remark, string>>
  /** What the sender's browser looked at. */
  readonly check: Readonly<Record<'size' | 'type' | 'structure', string>>
  /** Of what is none of the kinds that can be checked. */
  readonly caution: {
    readonly program: string
    readonly script: string
    readonly other: string
    readonly unknown: string
  }
  /** The right side: a new pair, and the code for a website. */
  readonly pair: {
    readonly heading: string
    readonly halves: string
    readonly advice: string
    readonly make: string
    readonly another: string
    readonly made: string
    readonly save: string
    readonly saved: string
    readonly keep: string
    readonly show: string
    readonly recipients: string
    readonly own: string
    readonly added: string
    readonly remove: string
    readonly only: string
    /** Of the last other recipient, where a passkey was made without a sheet because of it. */
    readonly backup: string
    readonly several: Plural
    readonly fingerprint: string
    readonly field: string
    readonly add: string
    readonly put: string
    readonly placeholders: string
    /** What the element is called in the code. */
    readonly documents: string
    readonly copy: Readonly<
      Record<
        'recipient' | 'snippet',
        { readonly button: string; readonly done: string; readonly selected: string }
      >
    >
    readonly wasAdded: string
    readonly wasRemoved: string
    readonly trouble: Readonly<Record<'secret' | 'known' | 'postQuantum' | 'none', string>>
  }
}

/** Above the button before and after it was used, and on it. */
interface Zone {
  readonly drop: string
  readonly more: string
  readonly choose: string
}

/** All words of one language but English, which is there at once. */
export interface DeskLanguage {
  /** Whether somebody who grew up with the language has read all of it. */
  readonly reviewed: 'native' | 'none'
  /** Where some browsers do not have the language themselves. */
  readonly gaps?: Pick<Gaps, 'or'>
  readonly strings: DeskStrings
}
