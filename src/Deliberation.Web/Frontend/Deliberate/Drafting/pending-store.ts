/** What was typed and is not yet on the server, kept in the browser until it is. */
export interface Kept {
  clientId: string;
  documentId: string;
  /** Who typed it: on a shared computer, the next person neither sees nor sends it. */
  person: string;
  version: number;
  text: string;
  first: number;
  changes: unknown[];
}

const shelf = 'pending';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('live-text', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf, { keyPath: 'clientId' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(shelf, mode);
      const request = act(transaction.objectStore(shelf));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const keep = (kept: Kept) => run('readwrite', (store) => store.put(kept));

export const forget = (clientId: string) => run('readwrite', (store) => store.delete(clientId));

/** Holds a name as long as the page is open, so that no other page takes what is still being typed here. */
export function hold(clientId: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`live-text-${clientId}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    });
  });
}

/** What a page of this person that is gone left behind for this text. */
export async function recover(documentId: string, person: string): Promise<Kept | null> {
  try {
    const all = (await run('readonly', (store) => store.getAll())) as Kept[];
    const own = all.filter((kept) => kept.documentId === documentId && kept.person === person);
    for (const kept of own) if (await hold(kept.clientId)) return kept;
  } catch {
    // Private browsing may forbid the store: the page then works without it.
  }
  return null;
}
