export interface ObjectUrls {
  /** A blob: URL for saving. Its type is `application/octet-stream`, so that nothing in it can run, however it is opened. */
  of(blob: Blob): string
  /** A blob: URL for displaying a picture, whose type must come from its content. */
  ofPicture(picture: Blob): string
  revokeAll(): void
}

/** blob: URLs that are revoked together. */
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
