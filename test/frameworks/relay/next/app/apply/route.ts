import { filesIn } from '../../lib/form.ts'

export const POST = async (request: Request): Promise<Response> => {
  const form = await request.formData()
  const files = await filesIn(form.getAll('papers'), request.headers.get('cookie'))
  return files
    ? new Response(`Applied with ${files}`)
    : new Response('These are not your documents.', { status: 403 })
}
