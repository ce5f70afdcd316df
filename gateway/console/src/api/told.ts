/** The services' documents do not say what is always there: all but the members named. */
export type Told<T, Maybe extends keyof T = never> = Required<Omit<T, Maybe>> & { [K in Maybe]?: T[K] | null }
