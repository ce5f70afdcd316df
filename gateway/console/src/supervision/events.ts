/** One server-sent event; `data` is empty where only a position was told. */
export interface ServerEvent {
  event: string
  id: string
  data: string
}

/** Reads a stream of server-sent events as it comes in, cut anywhere. */
export function eventReader(take: (event: ServerEvent) => void) {
  let rest = ''
  let event = ''
  let id = ''
  let data: string[] = []

  function line(text: string) {
    if (text === '') {
      if (data.length > 0 || id !== '') take({ event: event || 'message', id, data: data.join('\n') })
      event = id = ''
      data = []
      return
    }
    if (text.startsWith(':')) return
    const colon = text.indexOf(':')
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') event = value
    else if (field === 'id') id = value
    else if (field === 'data') data.push(value)
  }

  return (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) line(text.replace(/\r$/, ''))
  }
}

/** Whether a position of the feed, `<fold>.<line>`, lies after another. */
export function isAfter(position: string, other: string | undefined): boolean {
  if (other === undefined) return true
  const [fold = 0, line = 0] = position.split('.').map(Number)
  const [otherFold = 0, otherLine = 0] = other.split('.').map(Number)
  return fold > otherFold || (fold === otherFold && line > otherLine)
}

/** A position some folds before, so that a new reader begins with what has just happened. */
export function before(position: string, folds: number): string {
  return `${Math.max(0, Number(position.split('.')[0]) - folds)}.0`
}
