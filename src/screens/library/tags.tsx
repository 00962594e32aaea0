import styles from './tags.module.css';

/** The first few tags of a note. */
export const Tags = ({ tags, atMost = 3 }: { readonly tags: readonly string[]; readonly atMost?: number }) =>
  tags.length === 0 ? null : (
    <span className={styles.tags}>
      {tags.slice(0, atMost).map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
      {tags.length > atMost ? <span className={styles.tag}>+{tags.length - atMost}</span> : null}
    </span>
  );
