type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** The fields a partial change really names: an absent one must not be written as empty. */
export function onlyGiven<T extends object>(change: T): Given<T> {
  const given: Given<T> = {}
  for (const key of Object.keys(change) as (keyof T)[]) {
    const value = change[key]
    if (isGiven(value)) given[key] = value
  }
  return given
}

const isGiven = <V>(value: V): value is Exclude<V, undefined> => value !== undefined
