// What the browser's own library says of changes, one JSON line per case.
//   node oracle.mjs generate <count> <seed>   draws cases and gives their answers
//   node oracle.mjs check                     reads cases with answers, prints those it disagrees with
import { createInterface } from "node:readline";
import { ChangeSet, Text } from "@codemirror/state";

const alphabet = [..."abcdefgh  \n\néàç’«»😀👩🏽"];

function answers({ doc, a, b, c, positions }) {
  const text = Text.of(doc.split("\n"));
  const [mine, other, next] = [a, b, c].map((json) => ChangeSet.fromJSON(json));
  return {
    applied: mine.apply(text).toString(),
    mapped: mine.map(other).toJSON(),
    mappedBefore: mine.map(other, true).toJSON(),
    composed: mine.compose(next).toJSON(),
    inverted: mine.invert(text).toJSON(),
    positions: positions.map(([at, after]) => mine.mapPos(at, after ? 1 : -1)),
  };
}

function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function words(random, longest) {
  return Array.from({ length: random(longest + 1) }, () => alphabet[random(alphabet.length)]).join("");
}

// Stretches of a few characters, each kept, deleted, replaced or preceded by new words.
function change(random, doc) {
  const characters = [...doc];
  const sections = [];
  while (characters.length) {
    const { length } = characters.splice(0, 1 + random(6)).join("");
    const inserted = words(random, 4).split("\n");
    if (random(3) == 0) sections.push([0, "+", ...inserted]);
    sections.push([length, [length], [length, "=", ...inserted]][random(3)]);
  }
  if (random(3) == 0) sections.push([0, ...words(random, 4).split("\n"), "."]);
  return ChangeSet.fromJSON(sections);
}

function draw(random) {
  const doc = words(random, 30);
  const a = change(random, doc);
  const after = a.apply(Text.of(doc.split("\n"))).toString();
  const positions = Array.from({ length: 6 }, () => [random(doc.length + 1), random(2)]);
  return { doc, a: a.toJSON(), b: change(random, doc).toJSON(), c: change(random, after).toJSON(), positions };
}

if (process.argv[2] == "generate") {
  const random = chance(Number(process.argv[4]));
  for (let i = 0; i < Number(process.argv[3]); i++) {
    const drawn = draw(random);
    console.log(JSON.stringify({ case: drawn, answers: answers(drawn) }));
  }
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    const given = JSON.parse(line);
    const ours = answers(given.case);
    if (JSON.stringify(ours) != JSON.stringify(given.answers)) {
      console.log(JSON.stringify({ ...given, oracle: ours }));
    }
  }
}
