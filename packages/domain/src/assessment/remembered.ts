/** What a store holds for a key, made and kept the first time it is asked for. Only for what depends on nothing else. */
export function remembered<K, V>(
  store: { get: (key: K) => V | undefined; set: (key: K, value: V) => unknown },
  key: K,
  make: () => V,
): V {
  let value = store.get(key);
  if (value === undefined) {
    value = make();
    store.set(key, value);
  }
  return value;
}
