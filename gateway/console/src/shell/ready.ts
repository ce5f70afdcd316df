import { ref } from 'vue'

/** It is known who is there. */
export const ready = ref(false)
