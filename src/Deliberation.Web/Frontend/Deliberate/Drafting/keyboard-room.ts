import { EditorView, ViewPlugin } from '@codemirror/view';

/** Keeps the line one writes on in sight: under the toolbar that stays, above the keyboard of a phone. */
export const keyboardRoom = [
  EditorView.scrollMargins.of((view) => {
    const bar = view.dom.parentElement?.querySelector<HTMLElement>('.editor-toolbar');
    const hidden = visualViewport ? Math.max(0, innerHeight - visualViewport.height - visualViewport.offsetTop) : 0;
    return { top: (bar?.offsetHeight ?? 0) + 8, bottom: hidden + 16 };
  }),
  ViewPlugin.define((view) => {
    const follow = () => {
      if (view.hasFocus) view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) });
    };
    visualViewport?.addEventListener('resize', follow);
    return { destroy: () => visualViewport?.removeEventListener('resize', follow) };
  }),
];
