/**
 * A name as browsers write it in multipart/form-data, and as a server therefore repeats it (HTML, "multipart/form-data encoding
 * algorithm").
 */
export const multipartName = (name: string): string =>
  name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22')
