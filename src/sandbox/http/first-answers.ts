import { json, type Reply } from '../server.ts'

/** The first answers to requests with a key, each for one caller. */
export class FirstAnswers {
  readonly #answers = new Map<string, Reply | 'under way'>()

  /**
   * Does the work for the first request with this key, and gives the others its answer; 409 until there is one. An answer that nothing
   * was stored is not kept: the next request is the first again.
   */
  async once(key: string, work: () => Promise<Reply>): Promise<Reply> {
    const first = this.#answers.get(key)
    if (first === 'under way')
      return json(409, { code: 'under_way', message: 'The first request is still under way' })
    if (first) return first
    this.#answers.set(key, 'under way')
    let answer: Reply | undefined
    try {
      answer = await work()
      return answer
    } finally {
      if (answer && answer.status < 300) this.#answers.set(key, answer)
      else this.#answers.delete(key)
    }
  }

  clear(): void {
    this.#answers.clear()
  }
}
