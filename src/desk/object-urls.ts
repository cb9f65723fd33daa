export interface ObjectUrls {
  /** A blob: URL that saves: as `application/octet-stream` nothing in it can run here, whatever is done with the link. */
  of(blob: Blob): string
  /** A blob: URL to draw a picture from; its type must be the one found by content. */
  ofPicture(picture: Blob): string
  revokeAll(): void
}

/** The blob: URLs of one thing on the page, which end together. */
export const objectUrls = (): ObjectUrls => {
  const urls: string[] = []
  const kept = (blob: Blob): string => {
    const url = URL.createObjectURL(blob)
    urls.push(url)
    return url
  }
  return {
    of: blob => kept(new Blob([blob], { type: 'application/octet-stream' })),
    ofPicture(picture) {
      if (!['image/jpeg', 'image/png'].includes(picture.type))
        throw new TypeError('Only a JPEG or PNG is drawn.')
      return kept(picture)
    },
    revokeAll() {
      for (const url of urls.splice(0)) URL.revokeObjectURL(url)
    },
  }
}
