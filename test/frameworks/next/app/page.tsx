import { Application } from './application'

export default function Page() {
  return (
    <main>
      <h1>Apply</h1>
      <Application />
    </main>
  )
}
