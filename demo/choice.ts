import type { Config, Offer } from './serve.ts'

export const themes = ['', 'minimal', 'compact'] as const
export const widths = ['', '720', '390', '260'] as const

/** What a visitor of the playground has chosen: all of it is in the address. */
export interface Choice {
  readonly provider: Offer
  /** Without the site's relay. */
  readonly isDirect: boolean
  /** '': as the local server asks for it, by its own key. */
  readonly seal: '' | 'age+pdf' | 'own' | 'none'
  /** Recipients instead of the local server's own. */
  readonly key: string
  readonly theme: (typeof themes)[number]
  /** '': the page's. */
  readonly lang: string
  /** Of the element, in pixels. '': as wide as the form. */
  readonly width: (typeof widths)[number]
}

const oneOf = <Name extends string>(names: readonly Name[], asked: string | null): Name | '' =>
  names.find(name => name === asked) ?? ''

/** What may be chosen to seal with. A provider that prescribes its seal leaves no choice. */
export const sealsOf = ({ seals, attributes }: Offer): readonly Choice['seal'][] =>
  seals.includes('didww')
    ? ['']
    : ['', ...(attributes.seal ? [] : (['age+pdf'] as const)), 'own', 'none']

export const choiceIn = (asked: URLSearchParams, config: Config): Choice => {
  const [first] = config.providers
  const provider = config.providers.find(({ name }) => name === asked.get('provider')) ?? first
  if (!provider) throw new Error('The playground has no provider.')
  const seal = oneOf(sealsOf(provider), asked.get('seal'))
  return {
    provider,
    isDirect: asked.get('way') === 'direct',
    seal,
    key: seal === 'own' ? (asked.get('key') ?? '').trim() : '',
    theme: oneOf(themes, asked.get('theme')),
    lang: oneOf(config.languages, asked.get('lang')),
    width: oneOf(widths, asked.get('width')),
  }
}

const sealAttributes = ({ seal, key }: Choice): Readonly<Record<string, string>> => {
  if (seal === 'none') return { seal: 'none: to see the difference' }
  if (seal === 'age+pdf') return { seal }
  return key ? { recipients: key } : {}
}

/** The element's attributes: where to, and how it is sealed. */
export const travelOf = (choice: Choice): Readonly<Record<string, string>> => {
  const { provider, isDirect, seal } = choice
  const { recipients, ...others } = provider.attributes
  return {
    transport: provider.name,
    endpoint: isDirect ? provider.endpoint : provider.relay,
    ...others,
    ...(isDirect && provider.directAttributes),
    ...(recipients && seal !== 'none' && { recipients }),
    ...sealAttributes(choice),
    ...(!isDirect && { 'value-format': 'ticket' }),
  }
}

/** And how it looks. */
export const looksOf = ({ theme, lang }: Choice): Readonly<Record<string, string>> => ({
  ...(theme && { class: theme }),
  ...(lang && { lang }),
})
