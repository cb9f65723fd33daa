/** One multipart request by fetch, and its answer read. */
export const post = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  form: FormData,
): Promise<void> => {
  const answer = await fetch(url, { method: 'POST', headers, body: form })
  if (answer.status !== 201) throw new Error(`The sandbox said ${answer.status}.`)
  await answer.json()
}
