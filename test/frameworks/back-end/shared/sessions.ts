/** Stands for your own: whom the session in these cookies belongs to. */
export const userOf = async (
  cookies: string | null | undefined,
): Promise<{ readonly id: string } | undefined> => {
  const [, id] = /(?:^|; )session=(\w+)/.exec(cookies ?? '') ?? []
  return id === undefined ? undefined : { id }
}
