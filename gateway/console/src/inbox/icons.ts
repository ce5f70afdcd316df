import { h } from 'vue'

/** A keyboard, which the icon set does not have. */
export const Keyboard = () =>
  h('svg', { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8 }, [
    h('rect', { x: 2, y: 6, width: 20, height: 12, rx: 2 }),
    h('path', { d: 'M6 10h.01M10 10h.01M14 10h.01M18 10h.01M7 14h10' }),
  ])
