'use client'

import 'sealdrop/define'
import type {} from 'sealdrop/react'

export const Papers = () => (
  <seal-drop
    id="papers"
    name="papers"
    required
    transport="didww"
    endpoint="/relay/didww"
    value-format="ticket"
  />
)
