interface Answer {
  readonly status: number
  readonly body: string
}
// Where several processes answer, a table of a database, with user and key as its primary key.
const answers = new Map<string, Answer | 'under way'>()

export const once = async (
  user: string,
  key: string,
  store: () => Promise<Answer>,
): Promise<Answer> => {
  const upload = JSON.stringify([user, key])
  const first = answers.get(upload)
  if (first === 'under way') return { status: 409, body: '' }
  if (first) return first
  answers.set(upload, 'under way')
  try {
    const answer = await store()
    answers.set(upload, answer)
    return answer
  } catch (error) {
    answers.delete(upload) // Nothing is stored: the next one with this key is the first again.
    throw error
  }
}
