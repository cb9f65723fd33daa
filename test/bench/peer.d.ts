declare module '@didww/encrypt' {
  interface Encrypted {
    toFile(name?: string): File
  }
  // biome-ignore lint/style/noDefaultExport: it is theirs
  export default class DidwwEncrypt {
    constructor(options: { url: string })
    getFingerprint(): Promise<string>
    encryptFile(file: File): Promise<Encrypted>
  }
}
