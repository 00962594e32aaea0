// The worker of pdf.js, as one of the app's own scripts.
import 'pdfjs-dist/build/pdf.worker.mjs';
