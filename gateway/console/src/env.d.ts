/// <reference types="vite/client" />
declare module 'virtual:departments' {
  const departments: { code: string; name: string; nameEn: string; unifiedCode?: string; government: boolean }[]
  export default departments
}
