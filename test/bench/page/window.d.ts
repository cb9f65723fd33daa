interface Window {
  /** What a driver may ask of the page. */
  bench: object
  /** With Chromium's `--js-flags=--expose-gc`. */
  gc?: () => void
}
