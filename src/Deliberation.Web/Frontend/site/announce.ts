/** Says a sentence to those who listen to the page, through the layout's two permanent live regions. */
export function announce(sentence: string, urgent = false): void {
  const region = document.querySelector(urgent ? '#live-alert' : '#live-status');
  if (!region) return;
  region.textContent = '';
  // An unchanged text is not announced again: leave the region empty for a moment.
  setTimeout(() => (region.textContent = sentence), 50);
}
