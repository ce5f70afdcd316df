import { expect, test } from 'vitest'
import { fit } from './stage'

test('the picture is scaled whole onto any screen, in its middle', () => {
  expect(fit(1920, 1080)).toEqual({ scale: 1, left: 0, top: 0 })
  expect(fit(3840, 2160)).toEqual({ scale: 2, left: 0, top: 0 })
  expect(fit(1280, 1024)).toEqual({ scale: 1280 / 1920, left: 0, top: (1024 - 720) / 2 })
  expect(fit(3840, 1080)).toEqual({ scale: 1, left: 960, top: 0 })
})
