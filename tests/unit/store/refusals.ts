/** Makes puts fail at once with this error: all, those into one store, or of one key there. Returns the way back. */
export function refusePuts(name: string, store?: string, key?: string): () => void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function refusing(...values) {
    const isMeant = (store === undefined || store === this.name) && (key === undefined || key === values[1]);
    if (isMeant) throw new DOMException('refused by the test', name);
    return put.apply(this, values);
  };
  return () => {
    IDBObjectStore.prototype.put = put;
  };
}

/** Makes every put of a Blob, or of something that has one, fail at once with this error. Returns the way back. */
export function refuseBlobs(name: string): () => void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function refusing(...values) {
    const parts = [values[0], ...Object.values(Object(values[0]))];
    if (parts.some((part) => part instanceof Blob)) throw new DOMException('no Blob, says the test', name);
    return put.apply(this, values);
  };
  return () => {
    IDBObjectStore.prototype.put = put;
  };
}

/** Lets every request succeed and the transaction fail, as a browser does that finds no room when it writes all to the disk. */
export function failWhenDone(): () => void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function refused(...values) {
    const request = put.apply(this, values);
    const { transaction } = this;
    request.addEventListener('success', () =>
      Reflect.get(transaction, '_abort').call(transaction, 'QuotaExceededError'),
    );
    return request;
  };
  return () => {
    IDBObjectStore.prototype.put = put;
  };
}
