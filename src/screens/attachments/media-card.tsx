import { useEffect, useRef, useState } from 'react';
import type { MediaType } from '#src/notes/media-type.ts';
import type { FoundFile, NotebookFiles } from '#src/services.ts';
import { PlayIcon, StopIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import { type CardProps, FileRow, RefusedRow } from './file-card.tsx';
import styles from './media-card.module.css';
import { type Playing, playMedia } from './play-media.ts';
import { useFound } from './use-found.ts';
import { useMediaType } from './use-media-type.ts';

/** Audio or video, by its bytes: fetched and played where a person presses its button. Anything else is a file like others. */
export const MediaCard = (props: CardProps) => {
  const { notebook, item } = props;
  const { t, locale } = useWords();
  const card = useRef<HTMLLIElement>(null);
  const { file: found, refused, again } = useFound(notebook.files, item.keys, card);
  const type = useMediaType(notebook.files, found);
  const [isOpen, setOpen] = useState(false);
  const [isPlayable, setPlayable] = useState(true);
  const size = found && formatBytes(found.size, locale);
  if (refused !== null) return <RefusedRow {...props} ref={card} failure={refused} onRetry={again} />;
  if (found === null || type === null || !isPlayable) {
    const told = isPlayable ? size : t('Your browser cannot play this file. Download it to open it elsewhere.');
    return <FileRow {...props} ref={card} told={told} />;
  }
  const button = (
    <IconButton
      label={isOpen ? t('Stop {name}', item) : t('Play {name}', item)}
      icon={isOpen ? <StopIcon size={18} /> : <PlayIcon size={18} />}
      onClick={() => setOpen(!isOpen)}
    />
  );
  return (
    <FileRow {...props} ref={card} told={size} actions={button}>
      {isOpen ? (
        <Player
          {...{ found, type }}
          files={notebook.files}
          name={item.name}
          onUnplayable={() => {
            setPlayable(false);
            // The button goes, and with it the focus, which moves on to "Download".
            const { current } = card;
            if (current?.contains(document.activeElement))
              current.querySelector<HTMLElement>('button + button')?.focus();
          }}
        />
      ) : null}
    </FileRow>
  );
};

interface PlayerProps {
  readonly files: Pick<NotebookFiles, 'media'>;
  readonly found: FoundFile;
  readonly type: MediaType;
  readonly name: string;
  readonly onUnplayable: () => void;
}

const Player = ({ files, found, type, name, onUnplayable }: PlayerProps) => {
  const { t, told } = useWords();
  const element = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState<Playing>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try
  useEffect(() => {
    if (element.current === null) return;
    const ask = async () => {
      const result = await files.media(found, type);
      return result.ok && result.value instanceof Blob
        ? { ok: true as const, value: new Blob([result.value], { type }) }
        : result;
    };
    return playMedia(element.current, ask, setPlaying);
  }, [files, found, type, attempt]);
  useEffect(() => {
    if (playing.kind === 'unplayable') onUnplayable();
  }, [playing, onUnplayable]);
  const Media = type.startsWith('video/') ? 'video' : 'audio';
  return (
    <div className={styles.player}>
      <Media ref={element} className={styles.media} controls aria-label={name} />
      {playing.kind === 'loading' ? <Spinner /> : null}
      {playing.kind === 'failed' ? (
        <p role="alert" className={styles.failed}>
          {playing.failure === null
            ? t('This cannot be played now. Check your connection and try again.')
            : told(playing.failure)}
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            {t('Try again')}
          </Button>
        </p>
      ) : null}
    </div>
  );
};
