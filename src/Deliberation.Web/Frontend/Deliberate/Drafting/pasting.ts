import { EditorView } from '@codemirror/view';
import { toMarkdown, withNotesAfter } from './pasted';
import { wellFormed } from './whole-characters';

/** What is pasted from Word or a web page comes in as Markdown; plain words come in as they are. */
export function pasting(simplified: () => void) {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const html = event.clipboardData?.getData('text/html');
      if (!html || view.state.readOnly) return false;
      const plain = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n');
      const clean = wellFormed(toMarkdown(new DOMParser().parseFromString(html, 'text/html').body));
      const words = withNotesAfter(clean, view.state.doc.toString());
      if (words === '' || words === plain.trim()) return false;
      event.preventDefault();
      view.dispatch(view.state.replaceSelection(words), { userEvent: 'input.paste', scrollIntoView: true });
      simplified();
      return true;
    },
  });
}
