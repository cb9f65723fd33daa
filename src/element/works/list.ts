import { html, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import type { SessionFile } from '../../core/contracts.ts'
import { type FileModel, fileView } from './file.ts'
import { type SummaryModel, summaryView } from './summary.ts'

export interface ListModel extends FileModel, SummaryModel {
  readonly files: readonly SessionFile[]
}

/** From here on, rows out of sight are not laid out. */
const LONG = 50

/** All files, and the line under them. */
export const listView = (model: ListModel): TemplateResult => {
  const { words, upload, isSealed, isFixed, now, files } = model
  return html`<ul
      part="list"
      class="list ${files.length >= LONG ? 'long' : ''}"
      role="list"
      aria-label=${words.fileStrings.list}
    >
      ${repeat(
        files,
        ({ id }) => id,
        // A row is drawn again when its own file changed: a thousand files cost no more each than ten.
        file =>
          guard(
            [file, words, upload, isSealed, isFixed, file.state.phase === 'retrying' && now],
            () => fileView(file, model),
          ),
      )}
    </ul>
    ${summaryView(model)}`
}
