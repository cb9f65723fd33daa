import { beforeEach } from 'vitest'
import { slowTests } from './rooms.ts'

beforeEach(({ task, skip }) => {
  skip(slowTests.test(`${task.suite?.name} ${task.name}`), 'takes seconds, for each mutant')
})
