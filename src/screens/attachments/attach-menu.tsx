import { useRef, useState } from 'react';
import type { PickedFile } from '#src/services.ts';
import { DownIcon } from '#src/ui/action-icons.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Menu, type MenuItem } from '#src/ui/menu.tsx';
import { useToasts } from '#src/ui/toasts.tsx';
import { useMediaQuery } from '#src/ui/use-media-query.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './attach-button.module.css';
import { FileInput } from './file-input.tsx';
import { chosenFolder } from './folder-files.ts';
import { RecordAudio } from './record-audio.tsx';

interface AttachMenuProps {
  /** `original`: as the files are, whatever is done to photos otherwise. */
  readonly onFiles: (files: readonly PickedFile[], as?: 'original') => void;
  /** Whether photos are made smaller. */
  readonly smallPhotos: boolean;
  readonly now: () => number;
}

/** The button "Folder, photo or recording" and its menu: a folder, the camera, the microphone. */
export const AttachMenu = ({ onFiles, smallPhotos, now }: AttachMenuProps) => {
  const { t, told } = useWords();
  const toasts = useToasts();
  const folder = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const original = useRef<HTMLInputElement>(null);
  const [recording, setRecording] = useState(false);
  // Elsewhere the browser would only let one choose a picture.
  const hasCamera = useMediaQuery('(pointer: coarse)');

  const takeFolder = (files: readonly File[]) => {
    const found = chosenFolder(files);
    if (found.ok) onFiles(found.value);
    else toasts.show({ message: told(found.failure) });
  };
  const items: MenuItem[] = [];
  const add = (label: string, onSelect: () => void) => items.push({ label, onSelect });
  if ('webkitdirectory' in HTMLInputElement.prototype) add(t('A folder…'), () => folder.current?.click());
  if (hasCamera) add(t('Take a photo…'), () => camera.current?.click());
  if (smallPhotos) add(t('Photos in full size…'), () => original.current?.click());
  add(t('Record audio…'), () => setRecording(true));

  return (
    <>
      <Menu
        label={t('Folder, photo or recording')}
        items={items}
        trigger={(props) => (
          <IconButton
            label={t('Folder, photo or recording')}
            icon={<DownIcon size={14} />}
            className={styles.narrow}
            {...props}
          />
        )}
      />
      <FileInput
        ref={folder}
        label={t('A folder…')}
        folder
        onFiles={(files) => takeFolder(files.map(({ file }) => file))}
      />
      <FileInput
        ref={camera}
        label={t('Take a photo…')}
        accept="image/*"
        capture="environment"
        onFiles={(files) => onFiles(files)}
      />
      <FileInput
        ref={original}
        label={t('Photos in full size…')}
        accept="image/*"
        onFiles={(files) => onFiles(files, 'original')}
      />
      {recording ? (
        <RecordAudio
          now={now}
          onRecorded={(file) => onFiles([{ file, name: file.name }])}
          onClose={() => setRecording(false)}
        />
      ) : null}
    </>
  );
};
