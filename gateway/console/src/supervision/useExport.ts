import { ElMessage } from 'element-plus'
import { ref } from 'vue'
import type { Query } from '@/api/client'
import { Problem } from '@/api/problem'
import { sentence } from '@/form/errors'
import { downloadWorkbook } from '@/table/download'

/** A workbook of what the page shows; one at a time. */
export function useExport(path: string, query: () => Query) {
  const exporting = ref(false)

  async function exportAll() {
    exporting.value = true
    try {
      await downloadWorkbook(path, query())
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      if (failure.status !== 401) ElMessage.error(sentence(failure))
    } finally {
      exporting.value = false
    }
  }

  return { exporting, exportAll }
}
