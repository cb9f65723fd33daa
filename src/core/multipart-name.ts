/**
 * A file's name as browsers write it in multipart/form-data, and as a server therefore repeats it: a quotation mark becomes `%22` (HTML,
 * "multipart/form-data encoding algorithm").
 */
export const multipartName = (name: string): string => name.replaceAll('"', '%22')
