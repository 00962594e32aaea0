import { ListPlaceholder } from '#src/screens/library/list-placeholder.tsx';
import { SatchelMark } from '#src/ui/icons.tsx';
import frame from './library-frame.module.css';
import sidebar from './sidebar.module.css';

/** The shape of the library, while the device's copy is being opened. */
export const LoadingPage = () => (
  <div className={frame.frame} data-open="list">
    <header className={frame.sidebar}>
      <div className={sidebar.brand}>
        <SatchelMark size={26} />
        <span className={sidebar.name}>Satchel</span>
      </div>
    </header>
    <main id="main" tabIndex={-1} className={frame.main} aria-busy="true">
      <div className={frame.list}>
        <ListPlaceholder />
      </div>
      <div className={frame.note} />
    </main>
  </div>
);
