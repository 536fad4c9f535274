// `<script src="https://…/widget.js" async data-couleur="#0e5a50"></script>`: see docs/integration.md.
import { frameAddress } from './frame-address';
import { readTold } from './frame-message';

const titles: Record<string, string> = {
  fr: 'Donner un retour sur l’espace santé',
  en: 'Give feedback on the health space',
};

function show(script: HTMLScriptElement): void {
  const asked = script.dataset;
  const address = frameAddress(script.src, asked, location.origin);
  const frame = document.createElement('iframe');
  frame.title = asked['titre'] || (titles[asked['langue'] ?? 'fr'] ?? '');
  frame.allow = 'clipboard-write';
  frame.referrerPolicy = 'strict-origin';
  Object.assign(frame.style, { display: 'block', width: '100%', height: '40rem', border: '0' });

  let pages = 0;
  addEventListener('message', ({ origin, source, data }: MessageEvent) => {
    if (origin !== address.origin || source !== frame.contentWindow) return;
    const told = readTold(data);
    if (!told) return;
    frame.style.height = `${told.height}px`;
    pages += told.isNew ? 1 : 0;
    // The next question begins above where one had come to; the first one moves nobody.
    if (told.isNew && pages > 1 && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  });

  frame.src = address.href;
  const place = asked['cible'] ? document.getElementById(asked['cible']) : null;
  if (place) place.replaceChildren(frame);
  else script.after(frame);
}

const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement) {
  // A place named may come after the script.
  if (document.readyState !== 'loading') show(currentScript);
  else document.addEventListener('DOMContentLoaded', () => show(currentScript));
}
