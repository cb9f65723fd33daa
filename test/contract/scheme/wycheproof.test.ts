import { native, noble } from '../../../src/seal/schemes/age/aead.ts'
import { hasNativeCipher, nativeCipher } from '../../age/native-cipher.ts'
import { fileOf, readWycheproof } from '../../age/wycheproof.ts'
import { nobleCipher } from '../../age/wycheproof-judges.ts'
import { wycheproofSuite } from '../../age/wycheproof-suite.ts'
import { readTestFile } from '../../contract-tools.ts'

await wycheproofSuite(
  async name => readWycheproof(name, new TextDecoder().decode(await readTestFile(fileOf(name)))),
  {
    'in JavaScript': { backend: noble, cipher: nobleCipher },
    ...((await hasNativeCipher()) && {
      'the browser’s own': { backend: native, cipher: nativeCipher },
    }),
  },
)
