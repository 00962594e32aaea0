/** Where a tab keeps tokens and the record of its user. */
export interface TokenHome {
  /** Whether they outlive the tab. */
  keeps(): boolean;
  keep(keeps: boolean): void;
  storage(): Storage;
}

const mark = 'satchel.only-this-tab';

/**
 * localStorage, which all tabs share, or sessionStorage, which goes with the tab. The choice itself stands in sessionStorage: a reload
 * keeps it and another tab knows nothing of it.
 */
export function createTokenHome(stores: { readonly local: Storage; readonly tab: Storage }): TokenHome {
  const { local, tab } = stores;
  const keeps = () => tab.getItem(mark) === null;
  return {
    keeps,
    keep(wanted) {
      if (wanted) tab.removeItem(mark);
      else tab.setItem(mark, 'yes');
    },
    storage: () => (keeps() ? local : tab),
  };
}
