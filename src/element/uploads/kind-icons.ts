/** What is drawn above the type of a file that shows no picture of itself: paths on a grid of 24, by what a person would call it. */
const icons: readonly (readonly [path: string, types: readonly string[]])[] = [
  [
    'M4 5h16v14H4zm0 11l5-5 4 4 2.5-2.5L20 17M15 9h.1',
    'JPG JPEG PNG CGBI AVIF HEIC HEIF GIF WEBP TIF TIFF BMP JXL SVG PSD RAW DNG CR2 NEF ARW'.split(
      ' ',
    ),
  ],
  ['M4 6h11v12H4zm11 5l5-3v8l-5-3', 'MOV MP4 M4V AVI MKV WEBM MPG MPEG 3GP WMV'.split(' ')],
  [
    'M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0M19 16a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0',
    'MP3 M4A WAV FLAC OGG AAC'.split(' '),
  ],
  [
    'M5 4h14v16H5zM12 4v2m0 2v2m0 2v2m-1.5 2h3v3h-3z',
    'ZIP 7Z RAR GZ GZIP TAR BZ2 XZ TGZ'.split(' '),
  ],
  ['M4 5h16v14H4zm0 5h16M4 14.5h16M10 5v14', 'XLS XLSX CSV ODS TSV'.split(' ')],
  [
    'M7 3h7l5 5v13H7zM14 3v5h5M10 13h6m-6 4h6',
    'DOC DOCX ODT RTF TXT MD HTML HTM XML EML MSG EPS PS FDF XFDF PAGES'.split(' '),
  ],
]

/** Of the type that stands on its badge; undefined where nobody knows what it is. */
export const kindIconOf = (type: string): string | undefined =>
  icons.find(([, types]) => types.includes(type))?.[0]
