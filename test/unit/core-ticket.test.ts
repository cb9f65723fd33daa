import { describe, expect, it } from 'vitest'
import {
  TICKET_HEADER,
  ticketFact,
  ticketHeader,
  ticketIn,
  ticketsOf,
} from '../../src/core/ticket.ts'

const answer = (value: string | null) => ({
  header: (name: string) => (name === TICKET_HEADER ? value : null),
})

describe('the tickets of an answer', () => {
  it.each([
    ['a.b', ['a.b']],
    ['a.b, c-1_.d ,e.f', ['a.b', 'c-1_.d', 'e.f']],
    [`${'a'.repeat(8190)}.b`, [`${'a'.repeat(8190)}.b`]],
  ])('%s are in order', (value, tickets) => expect(ticketsOf(answer(value))).toEqual(tickets))

  it.each([
    null,
    '',
    'a',
    'a.b.c',
    'a.b,',
    'a.b,c',
    ' .b',
    'a.b/../c',
    'x a.b',
    `${'a'.repeat(8191)}.b`,
  ])('%s are none', value => {
    expect(ticketsOf(answer(value))).toEqual([])
    expect(ticketFact(answer(value))).toStrictEqual({})
  })

  it('go into the receipt, from there into a call, and from there into a header', () => {
    const facts = ticketFact(answer('a.b,c.d'))
    expect(facts).toEqual({ ticket: 'a.b' })
    expect(ticketIn({ reference: '1', facts })).toEqual({ ticket: 'a.b' })
    expect(ticketHeader('a.b')).toEqual({ 'SealDrop-Ticket': 'a.b' })
  })

  it('that are not there are nowhere', () => {
    expect(ticketIn({ reference: '1', facts: {} })).toStrictEqual({})
    expect(ticketHeader(undefined)).toStrictEqual({})
  })
})
