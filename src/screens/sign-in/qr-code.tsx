import { create } from 'qrcode';
import styles from './qr-code.module.css';

/** Modules of white around the code (ISO/IEC 18004). */
const quietZone = 4;

/** A QR code as a drawing, which needs no image. Dark on white in every theme, as cameras want it. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quietZone;
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={outline(modules)} fill="#000" />
    </svg>
  );
};

/** A square for each dark module. */
function outline(modules: ReturnType<typeof create>['modules']): string {
  const indexes = Array.from({ length: modules.size }, (_, index) => index);
  return indexes
    .flatMap((row) =>
      indexes.map((column) => (modules.get(row, column) ? `M${column + quietZone} ${row + quietZone}h1v1h-1z` : '')),
    )
    .join('');
}
