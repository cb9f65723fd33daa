import type {
  Attribute,
  ClassDeclaration,
  ClassField,
  ClassMethod,
  CustomElementDeclaration,
  CustomElementField,
  Package,
  Type,
} from 'custom-elements-manifest/schema'
import type { ElementDescription, EventClass, Field, Method, Setting } from './element.ts'

const module = 'dist/element.js'

const typed = (text: string): { readonly type: Type } => ({ type: { text } })
const defaulted = (text: string | undefined) => (text === undefined ? {} : { default: text })

const attributeOf = ({ attribute, name, type, description, ...setting }: Setting): Attribute[] =>
  attribute === undefined
    ? []
    : [
        {
          name: attribute,
          fieldName: name,
          ...typed(type),
          ...defaulted(setting.default),
          description,
        },
      ]

const propertyOf = (setting: Setting): CustomElementField => ({
  kind: 'field',
  name: setting.name,
  ...typed(setting.type),
  ...defaulted(setting.default),
  description: setting.description,
  privacy: 'public',
  ...(setting.attribute !== undefined && { attribute: setting.attribute }),
  ...(setting.isReflected && { reflects: true }),
})

const fieldOf = ({ name, type, description, isReadOnly }: Field): ClassField => ({
  kind: 'field',
  name,
  ...typed(type),
  ...(description !== '' && { description }),
  privacy: 'public',
  ...(isReadOnly && { readonly: true }),
})

const methodOf = ({ name, description, parameters, returns }: Method): ClassMethod => ({
  kind: 'method',
  name,
  description,
  privacy: 'public',
  ...(parameters.length > 0 && {
    parameters: parameters.map(parameter => ({
      name: parameter.name,
      ...typed(parameter.type),
      ...(parameter.isOptional && { optional: true }),
    })),
  }),
  return: typed(returns),
})

const elementClassOf = (element: ElementDescription): CustomElementDeclaration => ({
  kind: 'class',
  customElement: true,
  tagName: element.name,
  name: element.className,
  description: element.description,
  superclass: { name: 'LitElement', package: 'lit' },
  attributes: element.settings.flatMap(attributeOf),
  members: [
    ...element.settings.map(propertyOf),
    ...element.fields.map(fieldOf),
    ...element.methods.map(methodOf),
  ],
  events: element.events.map(({ name, type, description }) => ({
    name,
    ...typed(type),
    description,
  })),
  slots: [...element.slots],
  cssParts: [...element.parts],
  cssStates: [...element.states],
  cssProperties: element.customProperties.map(({ name, description, ...property }) => ({
    name,
    ...defaulted(property.default),
    description,
  })),
})

const eventClassOf = ({ name, description, fields }: EventClass): ClassDeclaration => ({
  kind: 'class',
  name,
  description,
  superclass: { name: 'Event', package: 'global:' },
  members: fields.map(fieldOf),
})

/** https://github.com/webcomponents/custom-elements-manifest */
export const customElementsManifest = (element: ElementDescription): Package => {
  const declarations = [elementClassOf(element), ...element.eventClasses.map(eventClassOf)]
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: module,
        declarations,
        exports: declarations.map(({ name }) => ({
          kind: 'js',
          name,
          declaration: { name, module },
        })),
      },
      {
        kind: 'javascript-module',
        path: 'dist/define.js',
        declarations: [],
        exports: [
          {
            kind: 'custom-element-definition',
            name: element.name,
            declaration: { name: element.className, module },
          },
        ],
      },
    ],
  }
}
