import { filesIn } from '../utils/form'

export default defineEventHandler(async event => {
  const form = await readFormData(event)
  const files = await filesIn(form.getAll('papers'), getHeader(event, 'cookie'))
  setResponseStatus(event, files ? 200 : 403)
  return files ? `Applied with ${files}` : 'These are not your documents.'
})
