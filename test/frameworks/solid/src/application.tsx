import 'sealdrop/define'
import type {} from 'sealdrop/solid'
import { createSignal, Show } from 'solid-js'

const authorize = async () => ({ Authorization: 'Bearer ada' })

export const Application = () => {
  const [hasDocuments, setHasDocuments] = createSignal(true)
  const [delivered, setDelivered] = createSignal('')
  const [applied, setApplied] = createSignal('')

  const apply = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    setApplied(new FormData(event.currentTarget).getAll('papers').join())
  }

  return (
    <form onSubmit={apply}>
      <label>
        <input
          type="checkbox"
          checked={hasDocuments()}
          onChange={event => setHasDocuments(event.currentTarget.checked)}
        />
        I have documents
      </label>
      <Show when={hasDocuments()}>
        <seal-drop
          name="papers"
          required
          transport="didww"
          endpoint="/relay/didww"
          prop:authorize={authorize}
          on:sealdrop-receipt={event => setDelivered(event.receipt.name ?? '')}
        />
      </Show>
      <button type="submit">Apply</button>
      <Show when={delivered()}>
        <p>Delivered: {delivered()}</p>
      </Show>
      <Show when={applied()}>
        <p>Applied with {applied()}</p>
      </Show>
    </form>
  )
}
