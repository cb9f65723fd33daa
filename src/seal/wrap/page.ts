/** The attachment's name. It says how the file was encrypted, and nothing about its content (ISO 32000-2, Table 43, `F`). */
export const PAYLOAD_NAME = 'sealdrop.age'

/** The one page, A4: a PDF content stream in ASCII. `/H` is Helvetica, `/C` Courier; `'` begins a new line. */
export const PAGE: string = `BT
64 768 Td
/H 20 Tf
(This document is encrypted) Tj
/H 11 Tf 16 TL
0 -12 Td
() '
(This page is only a wrapper. The document itself is in this file too, as an encrypted attachment) '
(named ${PAYLOAD_NAME}. Only its recipients can open it. Nothing here says who they are, or what it is.) '
0 -12 Td
/H 14 Tf
(If it was sent to you) '
/H 11 Tf 20 TL
(Open this file as it is with SealDrop's page and your key. That also restores its name.) '
(Or use any age client \\(age-encryption.org\\) and the file that holds your key, here key.txt:) '
(1.  Save the attachment: with a PDF reader that shows attachments, or with this command:) '
/C 11 Tf
(    pdfdetach -saveall wrapper.pdf) '
/H 11 Tf
(2.  Open what was saved:) '
/C 11 Tf
(    age -d -i key.txt -o document ${PAYLOAD_NAME}) '
0 -12 Td
/H 14 Tf
(If you keep it or pass it on) '
/H 11 Tf
(Leave this file as it is. Once it was stamped, or saved again by another program, SealDrop's) '
16 TL
(page may no longer know it. The attachment can still be saved and opened by itself.) '
ET`

/** Widths of Helvetica from the space to the z, in thousandths of the font size: PDF 2.0 requires them (ISO 32000-2, 9.6.2.2). */
const HELVETICA =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500'

/** Two fonts that every reader has, so they are not embedded. Each is a font object and its descriptor, which is object `at`. */
export const helvetica = (at: number): readonly [string, string] => [
  `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 122/Widths[${HELVETICA}]/FontDescriptor ${at} 0 R>>`,
  '<</Type/FontDescriptor/FontName/Helvetica/Flags 32/FontBBox[-166 -225 1000 931]/ItalicAngle 0/Ascent 718/Descent -207/CapHeight 718/StemV 84>>',
]

export const courier = (at: number): readonly [string, string] => [
  `<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 32/Widths[600]/FontDescriptor ${at} 0 R>>`,
  '<</Type/FontDescriptor/FontName/Courier/Flags 33/FontBBox[-23 -250 715 805]/ItalicAngle 0/Ascent 629/Descent -157/CapHeight 562/StemV 51/MissingWidth 600>>',
]
