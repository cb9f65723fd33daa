import type { MutantResult } from '@stryker-mutator/api/core'
import { expect, test } from 'vitest'
import { messageReason } from '../mutate/messages.ts'
import { lineOf } from '../mutate/results.ts'
import { isRoomName, rooms, slowTests } from '../mutate/rooms.ts'

const call = (name: string) => ({
  node: { type: 'NewExpression', callee: { type: 'Identifier', name } },
})
const words = (value: string) => ({ type: 'StringLiteral', value })

test.each([
  ['SealDropError', 'The file is too large.'],
  ['RangeError', 'Not a number'],
  ['Error', 'a reader came too late'],
  ['misconfigured', 'maxFiles must be a number'],
])('leaves the words of an error alone: %s(%j)', (name, value) => {
  const place = { node: words(value), listKey: 'arguments', parentPath: call(name) }
  expect(messageReason(place)).toBeDefined()
})

test('leaves them alone where they are put together or chosen', () => {
  const choice = {
    node: { type: 'ConditionalExpression' },
    listKey: 'arguments',
    parentPath: call('SealDropError'),
  }
  const template = { type: 'TemplateLiteral', quasis: [{ value: { raw: 'no ' } }] }
  expect(messageReason({ node: template, parentPath: choice })).toBeDefined()
})

test('leaves them alone where they are a constant called message, and no other', () => {
  const called = (name: string) => ({
    node: { type: 'VariableDeclarator', id: { type: 'Identifier', name } },
  })
  expect(messageReason({ node: words('a b'), parentPath: called('message') })).toBeDefined()
  expect(messageReason({ node: words('a b'), parentPath: called('policy') })).toBeUndefined()
})

test.each([
  ['an error’s code', 'SealDropError', 'too-large'],
  ['what is said to others than errors', 'header', 'no store'],
])('mutates %s', (_, name, value) => {
  const place = { node: words(value), listKey: 'arguments', parentPath: call(name) }
  expect(messageReason(place)).toBeUndefined()
})

test('mutates what an error is made of beside its words', () => {
  const facts = {
    node: { type: 'ObjectExpression' },
    listKey: 'arguments',
    parentPath: call('SealDropError'),
  }
  const inside = {
    node: words('a b'),
    parentPath: { node: { type: 'ObjectProperty' }, parentPath: facts },
  }
  expect(messageReason(inside)).toBeUndefined()
})

test('knows the rooms by name, and nothing else', () => {
  expect(Object.keys(rooms).every(isRoomName)).toBe(true)
  for (const word of [undefined, '', 'element', 'constructor']) expect(isRoomName(word)).toBe(false)
  expect(slowTests.test('is refused with any of 6000 random bits flipped: one recipient')).toBe(
    true,
  )
})

test('writes a mutation in one line, by its path in the project', () => {
  const place = { start: { line: 3, column: 7 }, end: { line: 4, column: 1 } }
  const result = { id: '1', status: 'Survived', location: place, mutatorName: 'BlockStatement' }
  const fileName = '/somewhere/sandbox-1/src/core/abort.ts'
  const line = lineOf({ ...result, fileName, replacement: '{\n}' } as MutantResult)
  expect(line).toBe('Survived src/core/abort.ts:3:7 BlockStatement: { }')
})
