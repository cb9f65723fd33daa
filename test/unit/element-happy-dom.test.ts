// @vitest-environment happy-dom
import { elementSuite } from './element-suite.ts'

elementSuite()
