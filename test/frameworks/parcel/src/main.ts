import 'sealdrop/define'

const form = document.querySelector('form')
const papers = document.querySelector('seal-drop')
const hasDocuments = document.querySelector('input')
const show = (where: string, text: string) => {
  const place = document.querySelector(where)
  if (place) place.textContent = text
}

if (papers) papers.authorize = async () => ({ Authorization: 'Bearer ada' })
papers?.addEventListener('sealdrop-receipt', ({ receipt }) =>
  show('[data-delivered]', `Delivered: ${receipt.name}`),
)
hasDocuments?.addEventListener('change', () => {
  if (!papers) return
  if (hasDocuments.checked) hasDocuments.parentElement?.after(papers)
  else papers.remove()
})
form?.addEventListener('submit', event => {
  event.preventDefault()
  show('[data-applied]', `Applied with ${new FormData(form).getAll('papers').join()}`)
})
