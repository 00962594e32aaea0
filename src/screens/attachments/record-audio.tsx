import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useNow } from '#src/ui/use-now.ts';
import { useWords } from '#src/words/use-words.ts';
import { type NoRecording, type Recording, recordingFile, startRecording } from './recorder.ts';

interface RecordAudioProps {
  readonly now: () => number;
  readonly onRecorded: (file: File) => void;
  readonly onClose: () => void;
}

/** Records what the microphone hears. However it closes, but for "Discard", what was recorded is attached. */
export const RecordAudio = ({ now, onRecorded, onClose }: RecordAudioProps) => {
  const { t } = useWords();
  const [since, setSince] = useState<number | null>(null);
  const [problem, setProblem] = useState<NoRecording | null>(null);
  const recording = useRef<Recording | null>(null);
  const discarded = useRef(false);

  const ended = useEffectEvent((blob: Blob, began: number) => {
    if (!discarded.current && blob.size > 0) onRecorded(recordingFile(blob, t('Recording'), began));
    onClose();
  });
  const begin = useEffectEvent(async (stopped: AbortSignal) => {
    const started = await startRecording();
    if (typeof started === 'string') return setProblem(started);
    if (stopped.aborted) return started.end();
    const began = now();
    recording.current = started;
    setSince(began);
    ended(await started.ended, began);
  });
  useEffect(() => {
    const stop = new AbortController();
    const ask = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', ask, { signal: stop.signal });
    void begin(stop.signal);
    return () => {
      stop.abort();
      recording.current?.end();
    };
  }, []);

  const finish = () => (recording.current === null ? onClose() : recording.current.end());
  const discard = () => {
    discarded.current = true;
    finish();
  };
  if (problem !== null)
    return (
      <Dialog title={t('Record audio')} onClose={onClose} actions={<Button onClick={onClose}>{t('Close')}</Button>}>
        <p role="alert">
          {problem === 'refused'
            ? t(
                'This page may not use the microphone. Allow it in the browser’s settings for this page, then try again.',
              )
            : t('There is no microphone here that could be recorded with.')}
        </p>
      </Dialog>
    );
  return (
    <Dialog
      title={t('Record audio')}
      onClose={finish}
      actions={
        <>
          <Button onClick={discard}>{t('Discard')}</Button>
          <Button variant="primary" disabled={since === null} onClick={finish}>
            {t('Stop and attach')}
          </Button>
        </>
      }
    >
      <p role="status">{since === null ? t('Waiting for the microphone') : t('Recording')}</p>
      {since === null ? null : <Elapsed since={since} now={now} />}
    </Dialog>
  );
};

const Elapsed = ({ since, now }: { readonly since: number; readonly now: () => number }) => {
  const seconds = Math.floor(Math.max(0, useNow(now, 500) - since) / 1_000);
  return (
    <p role="timer">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </p>
  );
};
