/** The most that a page may load; bytes of script, each file gzipped by itself. 1 KB is 1,000 bytes. */
export const budgets = {
  /** An entry with all that it imports at once. */
  entries: {
    'sealdrop.js': 20_000,
    // All six transports. What makes a file arrive once over lines that break took 6,000 of these; the shelf, by which an upload
    // survives a reload, 1,500 beside the file of its own that loads with the first document; and 3,000 what asks about an offer
    // and keeps what a form has not sent; 400 judge what the worker answers; 300 keep receipts out of URLs, and 200 show a file as
    // being sent only when it would survive a reload. 100 divide what every visitor loads from what an upload needs, which this
    // file has at once; 950 undo a removal, keep the focus off what would end a file, and describe a row's buttons; 850
    // give the button what ARIA says of the element, and leave drops and pastes to whom they belong; 1,800 replace the file of a field
    // for one, say what is left, how long a slow line takes and that the network is gone, and draw states that more contrast, forced
    // colours and large letters had hidden; 1,200 quote what the server said, ask for another press where the form's window would be
    // blocked, and keep what is wrong on show; 360 ask before the page is left, also while files wait for code,
    // and keep the screen on; 1,900 tell a screen reader what
    // happens to files, gathered into one line; 550 take in and draw a thousand files in pieces between which the page answers, and
    // write down together what arrives together; 150 name the button as a native one, and leave clicks to what the page slotted in;
    // 200 say what to do about a PDF that asks for a password, and refuse it where the page wants that; 200 draw marks and columns;
    // 150 lay out a long list in parts; 100 load another language and put a site's own words in, and tighter sheets and templates
    // pay for the rest of that.
    'sealdrop.iife.js': 78_750,
    // One file, so that any bundler can copy it; 5,000 of these are age's cipher in JavaScript, for browsers without a native one,
    // 800 compare what is sealed with what was checked, 100 see damage to the name of a PNG's chunk and an unusual RSA key, and 750
    // keep a large sealed body out of memory, hash it from its file, and give back what was read; 1,800 try the empty password on a
    // protected PDF, 400 of them noble's MD5; 700 find pictures that no browser shows, PDFs behind something else, and the names of
    // what looks like one.
    // 50 of these find a place that only XMP holds, and the trailer of a Samsung phone.
    'worker.js': 20_000,
  },
  /** The module with all that it loads by itself within 10 s, on a page where nobody shows that they want to upload. */
  beforeIntent: 20_000,
  /** Workers for 20 elements that are used at once. */
  workersOfTwenty: 1,
} as const
