/** The attribute that React, Preact and Svelte give a listener by. */
const LISTENERS = `
type Listeners = {
  [Name in keyof SealDropEvents as \`on\${Name}\`]?:
    | ((event: SealDropEvents[Name]) => void)
    | null
    | undefined
}
`

const IMPORTS = `import type { SealDropElement } from '../types/element/index.js'
import type { SealDropEvents, SealDropProps } from './props.js'
`

const react = `import type { ClassAttributes, HTMLAttributes } from 'react'
${IMPORTS}${LISTENERS}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'seal-drop': Omit<HTMLAttributes<SealDropElement>, keyof SealDropProps> &
        ClassAttributes<SealDropElement> &
        SealDropProps &
        Listeners
    }
  }
}
`

const preact = `import type { ClassAttributes, HTMLAttributes } from 'preact'
${IMPORTS}${LISTENERS}
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'seal-drop': Omit<HTMLAttributes<SealDropElement>, keyof SealDropProps> &
        ClassAttributes<SealDropElement> &
        SealDropProps &
        Listeners
    }
  }
}
`

const solid = `import type { JSX } from 'solid-js'
${IMPORTS}
type Listener<E extends Event> =
  | ((event: E) => void)
  | (AddEventListenerOptions & { handleEvent(event: E): void })
type Listeners = {
  [Name in keyof SealDropEvents as \`on:\${Name}\`]?: Listener<SealDropEvents[Name]> | undefined
}
/** Whether it is set as a property, as an attribute, or as one that is there or not. */
type Explicit = {
  [Name in keyof SealDropProps as \`prop:\${Name}\`]?: SealDropProps[Name]
} & {
  [Name in keyof SealDropProps as \`attr:\${Name}\`]?:
    | Extract<SealDropProps[Name], string | number | null>
    | undefined
} & {
  [Name in keyof SealDropProps as \`bool:\${Name}\`]?:
    | Extract<SealDropProps[Name], boolean>
    | undefined
}

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'seal-drop': Omit<JSX.HTMLAttributes<SealDropElement>, keyof SealDropProps> &
        SealDropProps &
        Explicit &
        Listeners
    }
  }
}
`

const vue = `import type { HTMLAttributes, ReservedProps } from 'vue'
${IMPORTS}
type Camelized<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${First}\${Capitalize<Camelized<Rest>>}\`
  : Name
type Listeners = {
  [Name in keyof SealDropEvents as \`on\${Capitalize<Camelized<Name>>}\`]?:
    | ((event: SealDropEvents[Name]) => void)
    | undefined
}
/** v-model reads \`value\` at every \`input\`. Set to '' it empties the element. */
interface Model {
  modelValue?: string | undefined
  'onUpdate:modelValue'?: ((value: string) => void) | undefined
}
type SealDrop = new () => SealDropElement & {
  /** For templates alone: the element has no such property. */
  $props: Omit<HTMLAttributes, keyof SealDropProps> &
    ReservedProps &
    SealDropProps &
    Model &
    Listeners
}

declare module 'vue' {
  interface HTMLAttributes {
    /** Which slot of a web component around it it goes to. */
    slot?: string | undefined
  }
  interface GlobalComponents {
    'seal-drop': SealDrop
  }
}
`

const svelte = `import type { HTMLAttributes } from 'svelte/elements'
${IMPORTS}${LISTENERS}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'seal-drop': Omit<HTMLAttributes<SealDropElement>, keyof SealDropProps> &
      SealDropProps &
      Listeners
  }
}
`

/** The typings of each framework: how it writes elements and listeners. What is written stands in `props.d.ts`. */
export const frameworks: Readonly<Record<string, string>> = { react, preact, solid, vue, svelte }
