const TRIES = 10

/**
 * A fresh key pair for one agreement. WebKitGTK 2.50 fails here with an OperationError in 3 of 1,000 calls for X25519 (measured);
 * another try works.
 */
export const generateEphemeral = async (
  algorithm: EcKeyGenParams | 'X25519',
  tries: number = TRIES,
): Promise<CryptoKeyPair> => {
  try {
    const pair = await crypto.subtle.generateKey(algorithm, false, ['deriveBits'])
    return pair as CryptoKeyPair
  } catch (cause) {
    if (tries <= 1) throw cause
    return generateEphemeral(algorithm, tries - 1)
  }
}
