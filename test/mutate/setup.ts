import { beforeEach } from 'vitest'
import { reloadingTests, slowTests } from './rooms.ts'

beforeEach(({ task, skip }) => {
  const name = `${task.suite?.name} ${task.name}`
  skip(slowTests.test(name), 'takes seconds, for each mutant')
  skip(reloadingTests.test(name), 'loads modules anew')
})
