/** What the network or the server does with one request, in words. */
export const FAULTS = [
  'as it should',
  'refused',
  'cut inside the body',
  'cut after the body, which is lost',
  'cut after the body, which is stored',
  'sent again by the browser',
  'sent again by the browser, then cut',
  'repeated by a proxy',
  'answered after 75 s',
  'stalled inside the body',
  'never answered, lost',
  'never answered, stored',
  'HTML for an answer',
  'an empty answer',
  'half an answer',
  '502 after storing',
  '504 after storing',
  '503 before storing',
  '500 before storing',
  '429 with Retry-After: 3',
  '401 once',
  'slow',
] as const

export type Fault = (typeof FAULTS)[number]

/** Those after which the server has the body twice though the page asked once: nothing in the request may forbid it. */
export const isRepeating = (fault: Fault): boolean =>
  fault.startsWith('sent again') || fault.startsWith('repeated')
