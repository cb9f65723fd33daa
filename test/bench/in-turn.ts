/** `rounds` times each, one at a time. Every second round runs backwards, so that nobody always comes after the same one. */
export const inTurn = async <Name extends string, Result>(
  names: readonly Name[],
  rounds: number,
  run: (name: Name) => Promise<Result>,
): Promise<Record<Name, Result[]>> => {
  const results = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<
    Name,
    Result[]
  >
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 ? names.toReversed() : names) results[name].push(await run(name))
  return results
}
