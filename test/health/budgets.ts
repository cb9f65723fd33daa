/** The most that a page may load; bytes of script, each file gzipped by itself. 1 KB is 1,000 bytes. */
export const budgets = {
  /** An entry with all that it imports at once. */
  entries: {
    'sealdrop.js': 20_000,
    // All that an upload needs but its worker and its transport, one of six files of 7 to 13 KB beside it: a page uses one.
    'sealdrop.iife.js': 66_000,
    // One file, so that any bundler can copy it; 5,000 of these are age's cipher in JavaScript, for browsers without a native one,
    // 800 compare what is sealed with what was checked, 100 see damage to the name of a PNG's chunk and an unusual RSA key, and 750
    // keep a large sealed body out of memory, hash it from its file, and give back what was read; 1,800 try the empty password on a
    // protected PDF, 400 of them noble's MD5; 700 find pictures that no browser shows, PDFs behind something else, and the names of
    // what looks like one.
    // 50 of these find a place that only XMP holds, and the trailer of a Samsung phone; 850 find what a picture holds beside the
    // picture, cut that out, and see that a further picture was cut.
    'worker.js': 20_000,
  },
  /** The module with all that it loads by itself within 10 s, on a page where nobody shows that they want to upload. */
  beforeIntent: 20_000,
  /** Workers for 20 elements that are used at once. */
  workersOfTwenty: 1,
} as const
