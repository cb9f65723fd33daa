/** Stands for what a site has already: who is signed in. */
export const userOf = async (request: Request): Promise<{ readonly id: string } | undefined> => {
  const id = /(?:^|; )session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return id === undefined ? undefined : { id }
}
