import { describe, expect, it } from 'vitest';
import { toMarkdown, withNotesAfter, type PastedNode } from './pasted';

type Child = PastedNode | string;

/** A node as a browser would read it. */
function tag(name: string, attributes: Record<string, string>, ...children: Child[]): PastedNode {
  const childNodes = children.map((child) => (typeof child === 'string' ? words(child) : child));
  return {
    nodeType: 1,
    nodeName: name.toUpperCase(),
    textContent: null,
    childNodes,
    getAttribute: (key) => attributes[key] ?? null,
  };
}

const words = (text: string): PastedNode => ({ nodeType: 3, nodeName: '#text', textContent: text, childNodes: [] });

const body = (...children: Child[]) => tag('body', {}, ...children);

describe('what is pasted', () => {
  it('keeps titles, paragraphs, bold and lists of a web page', () => {
    const page = body(
      tag('style', {}, 'p { color: red }'),
      tag('h1', {}, 'Le ', tag('span', {}, 'carnet')),
      tag('p', { style: 'color:red' }, 'Il est ', tag('b', {}, 'lisible '), 'et\n  gratuit.'),
      tag('ul', {}, tag('li', {}, 'un'), tag('li', {}, 'deux', tag('ol', {}, tag('li', {}, 'trois')))),
      tag('script', {}, 'alert(1)'),
    );

    expect(toMarkdown(page)).toBe('## Le carnet\n\nIl est **lisible** et gratuit.\n\n- un\n- deux\n  1. trois');
  });

  it('takes the bullets that Word draws for a list', () => {
    const item = (text: string) =>
      tag('p', { class: 'MsoListParagraphCxSpFirst' }, tag('span', { style: 'mso-list:Ignore' }, '·  '), text);

    expect(toMarkdown(body(item('un'), item('deux')))).toBe('- un\n- deux');
  });

  it('keeps web addresses and leaves all others', () => {
    const link = (href: string) => tag('a', { href }, 'le site');

    expect(toMarkdown(body(link('https://exemple.fr/a(b)')))).toBe('[le site](https://exemple.fr/a%28b%29)');
    expect(toMarkdown(body(link('javascript:alert(1)')))).toBe('le site');
  });

  it('does not take the frame of a whole document for bold', () => {
    expect(toMarkdown(body(tag('b', { style: 'font-weight:normal' }, tag('p', {}, 'simple'))))).toBe('simple');
  });

  it('writes a table that a published text can hold', () => {
    const row = (...cells: string[]) => tag('tr', {}, ...cells.map((cell) => tag('td', {}, cell)));

    expect(toMarkdown(body(tag('table', {}, tag('tbody', {}, row('a', 'b|c'), row('1', '2')))))).toBe(
      '| a | b\\|c |\n| --- | --- |\n| 1 | 2 |',
    );
  });

  it('keeps the cells of a Word table in their columns when some are merged', () => {
    const cell = (text: string, spans = {}) => tag('td', spans, tag('p', { class: 'MsoNormal' }, text));
    const table = tag(
      'table',
      {},
      tag('tr', {}, cell('Âge'), cell('Réponses', { colspan: '2' })),
      tag('tr', {}, cell('60 ans', { rowspan: '2' }), cell('oui'), cell('12 %')),
      tag('tr', {}, cell('non'), cell('88 %')),
    );

    expect(toMarkdown(body(table))).toBe(
      '| Âge | Réponses |  |\n| --- | --- | --- |\n| 60 ans | oui | 12 % |\n|  | non | 88 % |',
    );
  });

  it('keeps the notes of a Word page as notes', () => {
    const call = tag('a', { href: '#_ftn1', name: '_ftnref1' }, tag('span', {}, '[1]'));
    const note = tag('p', {}, tag('a', { href: 'file:///C:/avis.htm#_ftnref1' }, '[1]'), ' Enquête de 2025.');

    expect(toMarkdown(body(tag('p', {}, 'Huit sur dix', call, '.'), tag('div', {}, note)))).toBe(
      'Huit sur dix[^1].\n\n[^1]: Enquête de 2025.',
    );
    expect(withNotesAfter('Huit[^1].\n\n[^1]: 2025.', 'Un[^2].')).toBe('Huit[^3].\n\n[^3]: 2025.');
  });
});
