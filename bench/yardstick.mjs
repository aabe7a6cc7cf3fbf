// The whole pipeline (file to records) against word segmentation alone, on the same text, in turn.
//   node bench/yardstick.mjs GUANLAN [FILE]
// Prints MB/s of each and the ratio, as medians of five rounds. Needs `npm install` in bench/.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

const [guanlan, file = new URL('../samples/monthly.txt', import.meta.url).pathname] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'yardstick-'));
const text = readFileSync(file, 'utf8').repeat(Math.ceil(8e6 / readFileSync(file).length));
const big = join(folder, 'big.txt');
writeFileSync(big, text);
const megabytes = Buffer.byteLength(text) / 1e6;
const jieba = Jieba.withDict(dict);

const seconds = (work) => {
  const begin = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - begin) / 1e9;
};
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

const ours = [];
const theirs = [];
for (let round = 0; round < 5; ++round) {
  ours.push(seconds(() => execFileSync(guanlan, ['extract', big, '--format', 'jsonl'], { maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] })));
  theirs.push(seconds(() => { for (const line of text.split('\n')) jieba.cut(line, true); }));
}
rmSync(folder, { recursive: true });
const [a, b] = [median(ours), median(theirs)];
console.log(`text               ${megabytes.toFixed(1)} MB`);
console.log(`guanlan, records   ${(megabytes / a).toFixed(1)} MB/s`);
console.log(`jieba, words only  ${(megabytes / b).toFixed(1)} MB/s`);
console.log(`ratio              ${(b / a).toFixed(2)}x`);
