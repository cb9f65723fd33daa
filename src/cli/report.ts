import { visible } from '../desk/text.ts'
import type { Outcome } from './outcome.ts'
import type { Terminal } from './terminal.ts'

/** Counts and tells what became of files. */
export interface Report {
  add(outcome: Outcome): void
  end(): void
  readonly failed: number
}

const bytes = (size: number): string => `${size.toLocaleString('en')} bytes`

/** Room for 200 characters, and whatever a folder adds. */
const shown = (text: string): string => visible(text, 400)

const line = (outcome: Outcome): string => {
  const file = shown(outcome.file)
  if (outcome.status === 'failed')
    return `failed   ${file}: ${outcome.code}: ${shown(outcome.message)}`
  if (outcome.status === 'skipped') return `skipped  ${file}: ${outcome.message}`
  const { record, found, intact } = outcome
  const facts = [
    bytes(outcome.size),
    found.format || 'unknown kind',
    intact ? 'intact' : 'no record',
    ...found.remarks,
    ...(found.damage === undefined ? [] : ['damaged when it was sealed']),
    ...(record && record.name !== outcome.name ? [`sealed as ${shown(record.name)}`] : []),
  ].join(', ')
  const verb = outcome.status === 'opened' ? 'opened  ' : 'there   '
  return `${verb} ${file} -> ${shown(outcome.saved)} (${facts})`
}

/** The same JSON, without a character that a terminal obeys or does not show. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** One line each: of text, or JSON. */
export const createReport = (terminal: Terminal, isJson: boolean): Report => {
  const counts = { opened: 0, 'already-there': 0, skipped: 0, failed: 0 }
  return {
    add(outcome) {
      counts[outcome.status]++
      if (isJson) terminal.out(jsonLine(outcome))
      else if (outcome.status === 'failed') terminal.err(line(outcome))
      else terminal.out(line(outcome))
    },
    end() {
      if (isJson) terminal.out(JSON.stringify({ status: 'ended', ...counts }))
      else
        terminal.err(
          `${counts.opened} opened, ${counts['already-there']} there already, ${counts.failed} failed, ${counts.skipped} skipped.`,
        )
    },
    get failed() {
      return counts.failed
    },
  }
}
