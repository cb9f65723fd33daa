import type { build, Rolldown } from 'vite'

/** The scripts that a build made. */
export const chunksOf = (
  built: Awaited<ReturnType<typeof build>>,
): readonly Rolldown.OutputChunk[] =>
  (Array.isArray(built) ? built : [built]).flatMap(result =>
    'output' in result ? result.output.filter(file => file.type === 'chunk') : [],
  )
