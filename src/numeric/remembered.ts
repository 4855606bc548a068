/** The same function, which works out each argument once for as long as that is in use. */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, {readonly value: Value}>();
  return (key) => {
    const found = known.get(key) ?? {value: make(key)};
    known.set(key, found);
    return found.value;
  };
}
