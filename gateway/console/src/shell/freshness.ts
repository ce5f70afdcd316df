const KEY = 'jc.reloaded'

export function reloadOnce(path: string) {
  if (sessionStorage.getItem(KEY) === path) return
  sessionStorage.setItem(KEY, path)
  location.assign(path)
}

export const dropStaleReload = () => sessionStorage.removeItem(KEY)
