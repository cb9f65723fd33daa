import type { ElementDescription, Named, Setting } from './element.ts'

const markdown = (value: string) => ({ kind: 'markdown', value }) as const
const valuesOf = ({ choices }: Setting): readonly { readonly name: string }[] =>
  choices.map(name => ({ name }))

/** The attributes of the element, each with its setting. */
const attributesOf = ({ settings }: ElementDescription) =>
  settings.flatMap(setting =>
    setting.attribute === undefined ? [] : [{ name: setting.attribute, setting }],
  )

const said = ({ description }: Named, byDefault: string | undefined): string =>
  byDefault === undefined ? description : `${description}\n\nDefault: \`${byDefault}\``

/** https://github.com/microsoft/vscode-custom-data: `html.customData` in the settings of VS Code. */
export const vscodeHtml = (element: ElementDescription): object => ({
  version: 1.1,
  tags: [
    {
      name: element.name,
      description: markdown(
        [element.description, eventsIn(element), slotsIn(element)].join('\n\n'),
      ),
      attributes: attributesOf(element).map(({ name, setting }) => ({
        name,
        description: markdown(said(setting, setting.isFlag ? undefined : setting.default)),
        ...(setting.isFlag && { valueSet: 'v' }),
        ...(setting.choices.length > 0 && { values: valuesOf(setting) }),
      })),
    },
  ],
})

const listOf = (heading: string, things: readonly Named[]): string =>
  [
    `**${heading}**`,
    ...things.map(({ name, description }) => `- \`${name}\`: ${description}`),
  ].join('\n')
const eventsIn = ({ events }: ElementDescription): string => listOf('Events', events)
const slotsIn = ({ slots }: ElementDescription): string => listOf('Slots', slots)

/** The same for stylesheets: `css.customData`. */
export const vscodeCss = (element: ElementDescription): object => ({
  version: 1.1,
  properties: element.customProperties.map(property => ({
    name: property.name,
    description: markdown(said(property, property.default)),
  })),
  pseudoElements: element.parts.map(({ name, description }) => ({
    name: `::part(${name})`,
    description: markdown(`\`<${element.name}>\`: ${description}`),
  })),
  pseudoClasses: element.states.map(({ name, description }) => ({
    name: `:state(${name})`,
    description: markdown(`\`<${element.name}>\`: ${description}`),
  })),
})

/** https://github.com/JetBrains/web-types: found by the field `web-types` of package.json. */
export const webTypes = (element: ElementDescription, version: string): object => ({
  $schema: 'https://json.schemastore.org/web-types',
  name: 'sealdrop',
  version,
  'description-markup': 'markdown',
  'js-types-syntax': 'typescript',
  contributions: {
    html: {
      elements: [
        {
          name: element.name,
          description: element.description,
          attributes: attributesOf(element).map(({ name, setting }) => ({
            name,
            description: setting.description,
            ...(setting.default !== undefined && { default: setting.default }),
            value: { type: setting.type },
          })),
          slots: element.slots,
          js: {
            properties: [
              ...element.settings.map(({ name, type, description }) => ({
                name,
                type,
                description,
              })),
              ...element.fields.map(({ name, type, description, isReadOnly }) => ({
                name,
                type,
                description,
                ...(isReadOnly && { 'read-only': true }),
              })),
            ],
            events: element.events.map(({ name, type, description }) => ({
              name,
              type,
              description,
            })),
          },
          css: {
            properties: element.customProperties.map(({ name, description }) => ({
              name,
              description,
            })),
            parts: element.parts,
          },
        },
      ],
    },
  },
})
