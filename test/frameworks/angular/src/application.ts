import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core'
import type { SealDropReceiptEvent } from 'sealdrop/element'

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './application.html',
})
export class Application {
  readonly hasDocuments = signal(true)
  readonly delivered = signal('')
  readonly applied = signal('')

  readonly authorize = async () => ({ Authorization: 'Bearer ada' })

  noteReceipt({ receipt }: SealDropReceiptEvent): void {
    this.delivered.set(receipt.name ?? '')
  }

  apply(event: Event): void {
    event.preventDefault()
    if (event.currentTarget instanceof HTMLFormElement)
      this.applied.set(new FormData(event.currentTarget).getAll('papers').join())
  }
}
