import { onMounted, onUnmounted, reactive } from 'vue'

export const WIDTH = 1920
export const HEIGHT = 1080

/** How the picture of 1920×1080 lies on a screen of another size: whole, and in the middle. */
export function fit(width: number, height: number): { scale: number; left: number; top: number } {
  const scale = Math.min(width / WIDTH, height / HEIGHT)
  return { scale, left: (width - WIDTH * scale) / 2, top: (height - HEIGHT * scale) / 2 }
}

export function useStage() {
  const place = reactive(fit(WIDTH, HEIGHT))
  const measure = () => Object.assign(place, fit(window.innerWidth, window.innerHeight))
  onMounted(() => {
    measure()
    window.addEventListener('resize', measure)
  })
  onUnmounted(() => window.removeEventListener('resize', measure))
  return place
}
