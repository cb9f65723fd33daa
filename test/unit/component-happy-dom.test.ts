// @vitest-environment happy-dom
import { componentSuite } from './component-suite.ts'

// Its submit events count as a script's, which the element does not hold back.
componentSuite({ hasTrustedSubmit: false })
