import { expect, test } from 'vitest'
import { progress, type Batch } from './types'

const batch = (of: Partial<Batch>): Batch => ({
  id: '1',
  state: 'RUNNING',
  rows: 0,
  accepted: 0,
  refused: 0,
  unchanged: 0,
  ...of,
})

test('a batch is whole only when it is done', () => {
  expect(progress(batch({}))).toBeUndefined()
  expect(progress(batch({ rows: 200, accepted: 99, refused: 1 }))).toBe(50)
  expect(progress(batch({ rows: 200, accepted: 200 }))).toBe(99)
  expect(progress(batch({ rows: 0, state: 'DONE' }))).toBe(100)
})
