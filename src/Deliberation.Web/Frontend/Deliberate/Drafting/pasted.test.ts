import { describe, expect, it } from 'vitest';
import { toMarkdown, type PastedNode } from './pasted';

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
});
