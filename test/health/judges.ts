import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { problemKindInfo } from '@arethetypeswrong/core/problems'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

/** What publint finds. */
export const publintProblems = async (tarball: ArrayBuffer): Promise<readonly string[]> => {
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true })
  return messages.map(message => formatMessage(message, pkg, { color: false }) ?? message.code)
}

/**
 * SealDrop is ES modules alone. `moduleResolution: node10` knows no exports; a CommonJS file reaches it by `import()`, or by `require` in
 * a Node that can require ES modules, which TypeScript calls a mistake under `node16`. `nodenext` and `bundler` must find all types.
 */
const leftOut = ['node10', 'node16-cjs']

/** What are-the-types-wrong finds. */
export const typesProblems = async (tarball: Uint8Array): Promise<readonly string[]> => {
  const found = await checkPackage(createPackageFromTarballData(tarball))
  if (!found.types) return ['the package has no types']
  return found.problems
    .filter(problem => !('resolutionKind' in problem && leftOut.includes(problem.resolutionKind)))
    .map(problem => {
      const where =
        'entrypoint' in problem ? `${problem.entrypoint}, ${problem.resolutionKind}: ` : ''
      return `${where}${problemKindInfo[problem.kind].shortDescription}`
    })
}
