// @vitest-environment jsdom
import { elementSuite } from './element-suite.ts'

elementSuite()
