import styles from './skip-link.module.css';

export const SkipLink = () => (
  // biome-ignore lint/a11y/useValidAnchor: it leads to a place in the page, and a fragment in the address would be a visit of its own
  <a
    className={styles.skip}
    href="#main"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById('main')?.focus();
    }}
  >
    Skip to content
  </a>
);
