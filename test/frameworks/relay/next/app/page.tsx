import { Papers } from './papers'

export default function Page() {
  return (
    <form action="/apply" method="post">
      <label htmlFor="papers">Identity documents</label>
      <Papers />
      <button type="submit">Apply</button>
    </form>
  )
}
