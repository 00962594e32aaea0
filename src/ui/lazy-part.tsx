import { type ComponentType, lazy, useEffect, useEffectEvent, useState } from 'react';
import { useWords } from '#src/words/use-words.ts';
import { useToasts } from './toasts.tsx';

// Parts of the app that come in files of their own. They differ in what happens where that file cannot be loaded.

type Load<M> = () => Promise<M>;
type Of<M, P> = (module: M) => ComponentType<P>;

/** A file of the app. */
export interface PartFile<M> extends Load<M> {
  /** null: it has not been loaded. */
  readonly here: M | null;
}

/** What has come once is there at once from then on. `otherwise` does in its place where it cannot be loaded, until it is asked for again. */
export function partFile<M>(load: Load<M>, otherwise?: M): PartFile<M> {
  const file = Object.assign(
    async () => {
      try {
        file.here = await load();
        return file.here;
      } catch (error) {
        if (otherwise === undefined) throw error;
        return otherwise;
      }
    },
    { here: null as M | null },
  );
  return file;
}

/** A part without which the page cannot go on: an error boundary is told. */
export function essential<M, P extends object>(file: PartFile<M>, of: Of<M, P>): ComponentType<P> {
  const Later = lazy(async () => ({ default: of(await file()) }));
  return function Essential(props: P) {
    // React shows what stands in for a lazy part for 300 ms at least, also where the file has long been loaded.
    const [Part] = useState(() => (file.here === null ? Later : of(file.here)));
    return <Part {...props} />;
  };
}

/** A part that the page can go on without: nothing is shown. It is asked for again when the network is back, or when it is wanted the next time. */
export function accessory<M, P extends object>(load: Load<M>, of: Of<M, P>): ComponentType<P> {
  const useLoaded = loadedOnce(load, of);
  return function Accessory(props: P) {
    const Part = useLoaded(() => undefined);
    return Part === null ? null : <Part {...props} />;
  };
}

/** A part that a person asked for: it is closed, the person is told, and may ask again. */
export function onDemand<M, P extends { readonly onClose: () => void }>(load: Load<M>, of: Of<M, P>): ComponentType<P> {
  const useLoaded = loadedOnce(load, of);
  return function OnDemand(props: P) {
    const { t } = useWords();
    const toasts = useToasts();
    const Part = useLoaded(() => {
      props.onClose();
      toasts.show({ message: t('This could not be loaded. Check your connection and try again.') });
    });
    return Part === null ? null : <Part {...props} />;
  };
}

/** Unlike `lazy`, it forgets a failure. */
function loadedOnce<M, P extends object>(load: Load<M>, of: Of<M, P>) {
  let loaded: ComponentType<P> | null = null;
  return function useLoaded(onMissing: () => void): ComponentType<P> | null {
    const [Part, setPart] = useState(() => loaded);
    const missing = useEffectEvent(onMissing);
    useEffect(() => {
      if (loaded !== null) return setPart(() => loaded);
      const stop = new AbortController();
      const ask = () =>
        load().then(
          (module) => {
            loaded = of(module);
            setPart(() => loaded);
          },
          () => {
            if (!stop.signal.aborted) missing();
          },
        );
      void ask();
      window.addEventListener('online', ask, { signal: stop.signal });
      return () => stop.abort();
    }, []);
    return Part;
  };
}
