// @vitest-environment jsdom
import { componentSuite } from './component-suite.ts'

componentSuite({ hasTrustedSubmit: true })
