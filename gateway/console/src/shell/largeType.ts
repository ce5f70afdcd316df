import { ref, watchEffect } from 'vue'

const KEY = 'jc.large'

export const largeType = ref(localStorage.getItem(KEY) === 'on')

watchEffect(() => {
  document.documentElement.classList.toggle('large', largeType.value)
  localStorage.setItem(KEY, largeType.value ? 'on' : 'off')
})
