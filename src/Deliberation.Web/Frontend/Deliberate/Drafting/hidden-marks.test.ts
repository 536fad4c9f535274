import { markdown } from '@codemirror/lang-markdown';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { isGoodAddress, marksIn } from './hidden-marks';

const text = '## Un titre\n\nUn **mot** et [un lien](https://exemple.fr).\n\n> cité\n';

function shown(at: number, isWriting = true): string {
  const state = EditorState.create({ doc: text, selection: EditorSelection.cursor(at), extensions: [markdown()] });
  const tree = ensureSyntaxTree(state, text.length, 5_000) ?? undefined;
  const hidden = marksIn(state, 0, text.length, isWriting, '', tree).decorations.filter(
    ({ value, from, to }) => value.spec.class === undefined && from < to,
  );
  return hidden.sort((a, b) => b.from - a.from).reduce((words, { from, to }) => words.slice(0, from) + words.slice(to), text);
}

describe('marks', () => {
  it('are out of sight where one is not writing', () => {
    expect(shown(text.length)).toBe('Un titre\n\nUn mot et un lien.\n\ncité\n');
  });

  it('come back on the line one is writing on', () => {
    expect(shown(3)).toBe('## Un titre\n\nUn mot et un lien.\n\ncité\n');
    expect(shown(3, false)).toBe('Un titre\n\nUn mot et un lien.\n\ncité\n');
  });

  it('stay in sight around an address that leads nowhere', () => {
    const state = EditorState.create({ doc: '[ici](https://)', extensions: [markdown()] });
    const tree = ensureSyntaxTree(state, 15, 5_000) ?? undefined;

    expect(marksIn(state, 0, 15, false, '', tree).badLinks).toBe(1);
  });

  it('keep the call of a note whole', () => {
    const state = EditorState.create({ doc: 'Huit[^1].\n\n[^1]: 2025.', extensions: [markdown()] });
    const tree = ensureSyntaxTree(state, state.doc.length, 5_000) ?? undefined;
    const { decorations } = marksIn(state, 0, state.doc.length, false, '', tree);

    expect(decorations.map(({ from, to, value }) => [from, to, value.spec.class])).toEqual([[4, 8, 'md-note']]);
  });
});

describe('an address', () => {
  it.each(['https://exemple.fr', 'mailto:a@b.fr', 'tel:+33', '#note'])('%s is good', (address) =>
    expect(isGoodAddress(address)).toBe(true),
  );
  it.each(['https://', 'exemple.fr', 'javascript:alert(1)', 'https://gouv.fr@ailleurs.org'])('%s is not', (address) =>
    expect(isGoodAddress(address)).toBe(false),
  );
});
