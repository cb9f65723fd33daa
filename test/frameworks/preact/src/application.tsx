import 'sealdrop/define'
import { useState } from 'preact/hooks'
import type {} from 'sealdrop/preact'

const authorize = async () => ({ Authorization: 'Bearer ada' })

export const Application = () => {
  const [hasDocuments, setHasDocuments] = useState(true)
  const [delivered, setDelivered] = useState('')
  const [applied, setApplied] = useState('')

  const apply = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    setApplied(new FormData(event.currentTarget).getAll('papers').join())
  }

  return (
    <form onSubmit={apply}>
      <label>
        <input
          type="checkbox"
          checked={hasDocuments}
          onChange={event => setHasDocuments(event.currentTarget.checked)}
        />
        I have documents
      </label>
      {hasDocuments && (
        <seal-drop
          name="papers"
          required
          transport="didww"
          endpoint="/relay/didww"
          authorize={authorize}
          onsealdrop-receipt={event => setDelivered(event.receipt.name ?? '')}
        />
      )}
      <button type="submit">Apply</button>
      {delivered && <p>Delivered: {delivered}</p>}
      {applied && <p>Applied with {applied}</p>}
    </form>
  )
}
