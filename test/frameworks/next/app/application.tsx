'use client'

import 'sealdrop/define'
import { type FormEvent, useCallback, useState } from 'react'
import type { SealDropElement, SealDropReceiptEvent } from 'sealdrop/element'
import type {} from 'sealdrop/react'

const authorize = async () => ({ Authorization: 'Bearer ada' })

export const Application = () => {
  const [hasDocuments, setHasDocuments] = useState(true)
  const [delivered, setDelivered] = useState('')
  const [applied, setApplied] = useState('')

  // What comes from the server gets no property and no listener of a custom element from React.
  const connect = useCallback((papers: SealDropElement) => {
    const noteReceipt = ({ receipt }: SealDropReceiptEvent) => setDelivered(receipt.name ?? '')
    papers.authorize = authorize
    papers.addEventListener('sealdrop-receipt', noteReceipt)
    return () => papers.removeEventListener('sealdrop-receipt', noteReceipt)
  }, [])

  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setApplied(new FormData(event.currentTarget).getAll('papers').join())
  }

  return (
    <form onSubmit={apply}>
      <label>
        <input
          type="checkbox"
          checked={hasDocuments}
          onChange={event => setHasDocuments(event.target.checked)}
        />
        I have documents
      </label>
      {hasDocuments && (
        <seal-drop ref={connect} name="papers" required transport="didww" endpoint="/relay/didww" />
      )}
      <button type="submit">Apply</button>
      {delivered && <p>Delivered: {delivered}</p>}
      {applied && <p>Applied with {applied}</p>}
    </form>
  )
}
