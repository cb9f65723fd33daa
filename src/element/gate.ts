/** A widget whose work happens when its form is sent. */
export interface Gate {
  /** Somebody sends the form. */
  touch(): void
  hasWork(): boolean
  /** Does it. Resolves with whether nothing of it stands against sending the form. Never rejects. */
  work(): Promise<boolean>
  /** Whether something stands against sending the form now. */
  isBlocked(): boolean
  /** Whether this button would write entries into a URL that must not be in one. */
  isExposedBy(submitter: HTMLElement | null): boolean
  /** All is done, but only another press of the button may send the form. */
  askAgain(submitter: HTMLElement | null): void
  /** `isExposed`: the form would be sent by GET. */
  reportValidity(isExposed: boolean): void
}
