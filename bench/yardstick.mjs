// The whole pipeline (file to records) against two others on the same text, in turn: word segmentation
// alone, and the finding of dates, numbers and quantities alone.
//   node bench/yardstick.mjs GUANLAN [FILE]
// Prints MB/s of each and the ratios, as medians of five rounds. Needs `npm ci` in bench/. Our time is
// that of the processor (user and system), since it starts a process; theirs that of the running one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

const Recognizers = createRequire(import.meta.url)('@microsoft/recognizers-text-suite');
const [guanlan, file = new URL('../samples/monthly.txt', import.meta.url).pathname] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'yardstick-'));
const one = readFileSync(file, 'utf8');
const text = one.repeat(Math.ceil(8e6 / Buffer.byteLength(one)));
const big = join(folder, 'big.txt');
writeFileSync(big, text);
const lines = text.split('\n');

// Recognizers-Text is so slow that some lines must do.
const few = [];
for (let bytes = 0, i = 0; bytes < 30_000 && i < lines.length; ++i) {
  few.push(lines[i]);
  bytes += Buffer.byteLength(lines[i]) + 1;
}

const processor = (usage) => (usage.user + usage.system) / 1e6;
const here = (work) => {
  const begin = process.cpuUsage();
  work();
  return processor(process.cpuUsage(begin));
};
// `time -p` of the shell, since Node does not tell what its children used.
const there = () => {
  const run = spawnSync('bash', ['-c', 'time -p "$0" extract "$1" --format jsonl >/dev/null 2>/dev/null', guanlan, big], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${guanlan} extract ended with ${run.status}`);
  const seconds = (name) => Number(new RegExp(`^${name} ([0-9.]+)$`, 'm').exec(run.stderr)[1]);
  return seconds('user') + seconds('sys');
};
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

const jieba = Jieba.withDict(dict);
const { Culture } = Recognizers;
const recognize = (line) => {
  Recognizers.recognizeDateTime(line, Culture.Chinese);
  Recognizers.recognizeNumber(line, Culture.Chinese);
  Recognizers.recognizeCurrency(line, Culture.Chinese);
};

const times = { ours: [], words: [], values: [] };
for (let round = 0; round < 5; ++round) {
  times.ours.push(there());
  times.words.push(here(() => lines.forEach((line) => jieba.cut(line, true))));
  if (round < 1) times.values.push(here(() => few.forEach(recognize)));
}
rmSync(folder, { recursive: true });

const all = Buffer.byteLength(text) / 1e6;
const some = few.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) / 1e6;
const ours = all / median(times.ours);
const words = all / median(times.words);
const values = some / median(times.values);
console.log(`text                          ${all.toFixed(1)} MB, ${file.split('/').at(-1)} repeated`);
console.log(`guanlan, records              ${ours.toFixed(1)} MB/s`);
console.log(`jieba, words only             ${words.toFixed(1)} MB/s    ratio ${(ours / words).toFixed(2)}`);
console.log(`recognizers, values only      ${values.toFixed(4)} MB/s  ratio ${(ours / values).toFixed(0)}`);
