import { file, get, type Query } from '@/api/client'
import type { Page } from './usePaged'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MOST_ROWS = 10_000
const SIZE = 200

/** The list as a workbook that the service makes. */
export async function downloadWorkbook(path: string, query: Query): Promise<void> {
  const { name, data } = await file(path, XLSX, query)
  offer(name, data)
}

/** A file in whatever kind the service keeps it; `named` where the service gives it no name. */
export async function downloadFile(path: string, kind = '*/*', named?: string): Promise<void> {
  const { name, data } = await file(path, kind)
  offer(named ?? name, data)
}

/** The whole list, as filtered, as CSV for lists whose service makes no workbook. */
export async function downloadCsv<T>(
  name: string,
  path: string,
  query: Query,
  columns: readonly { label: string; of: (row: T) => string }[],
): Promise<void> {
  const rows: T[] = []
  for (let page = 0; rows.length < MOST_ROWS; page++) {
    const answer = await get<Page<T>>(path, { ...query, page, size: SIZE })
    rows.push(...answer.content)
    if (page + 1 >= answer.page.totalPages) break
  }
  const lines = [columns.map((column) => column.label), ...rows.map((row) => columns.map((column) => column.of(row)))]
  const text = lines.map((cells) => cells.map(cell).join(',')).join('\r\n')
  offer(`${name}.csv`, new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' }))
}

/** RFC 4180; a cell that a spreadsheet would take for a formula is guarded. */
export function cell(text: string): string {
  const guarded = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function offer(name: string, data: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(data)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
