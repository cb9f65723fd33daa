export * from '../../src/testing/index.ts'
export { bytesOf, failureOf } from '../../src/testing/scene.ts'
