import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { en } from '../../src/desk/strings/en.ts'
import { type Texts, textsIn } from './language-checks.ts'

const guide = readFileSync(
  join(import.meta.dirname, '../../demo/site/pages/guides/desk.md'),
  'utf8',
)

it('the guide on a day at the desk names its buttons as they are', () => {
  const texts = new Set(textsIn(en as unknown as Texts).map(([, text]) => text))
  const named = [...guide.matchAll(/\*\*(.+?)\*\*/gs)]
    .map(([, words = '']) => words.replaceAll(/\s+/g, ' '))
    .filter(words => words !== 'bold')
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter(words => !texts.has(words))).toEqual([])
})
