import { expect, test } from 'vitest'
import { nextTick, ref } from 'vue'
import { useSelection } from './useSelection'

const named = (...ids: string[]) => ids.map((id) => ({ id }))

test('rows that went away are no longer marked, the others stay so', async () => {
  const rows = ref(named('a', 'b', 'c'))
  const { selected, current, toggleAll, move } = useSelection(rows)
  toggleAll()
  move('last')
  rows.value = named('b', 'd')
  await nextTick()
  expect([...selected.value]).toEqual(['b'])
  expect(current.value).toBe(1)
})

test('the keyboard stays within the rows', () => {
  const { current, move } = useSelection(ref(named('a', 'b')))
  move('previous')
  expect(current.value).toBe(0)
  move('next')
  move('next')
  expect(current.value).toBe(1)
})
