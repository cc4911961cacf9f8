'use strict';
// bench_table.js FOLDER FILE: merges the figures in FOLDER/*.jsonl into FILE, and prints them as a table.
// Ends with 1 if a line can't be read, or if a target was missed and STEADFAST_BENCH_STRICT is 1.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const [folder, file] = process.argv.slice(2);

function read(name) {
    const bench = name.replace('.jsonl', '');
    return fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter((line) => line !== '').map((line) => {
        const { name: of, figure, unit = '', reference, reference_name, target, less_is_better = false } = JSON.parse(line);
        if (typeof of !== 'string' || typeof figure !== 'number') throw new Error(`${name}: a figure needs a name and a number: ${line}`);
        const met = !target ? null : less_is_better ? figure <= target : figure >= target;
        return { bench, name: of, figure, unit, reference: reference || null, reference_name: reference_name || null, target: target || null, less_is_better, met };
    });
}

function number(value) {
    if (value === null) return '';
    const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3;
    return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

const columns = [
    ['bench', (row) => row.bench], ['what', (row) => row.name],
    ['figure', (row) => number(row.figure), 'right'], ['unit', (row) => row.unit],
    ['target', (row) => (row.target === null ? '' : `${row.less_is_better ? '≤' : '≥'} ${number(row.target)}`), 'right'],
    ['met', (row) => (row.met === null ? '' : row.met ? 'yes' : 'NO')],
    ['reference', (row) => number(row.reference), 'right'],
    ['share', (row) => (row.reference ? `${(row.figure / row.reference).toFixed(2)}` : ''), 'right'],
    ['reference is', (row) => row.reference_name ?? ''],
];

function table(rows) {
    const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, of]) => of(row)))];
    const widths = columns.map((_, place) => Math.max(...cells.map((line) => line[place].length)));
    return cells.map((line) => line.map((cell, place) =>
        (columns[place][2] === 'right' ? cell.padStart(widths[place]) : cell.padEnd(widths[place]))).join('  ').trimEnd()).join('\n');
}

const rows = fs.readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort().flatMap(read);
const cpus = os.cpus();
fs.writeFileSync(file, `${JSON.stringify({
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    taken: new Date().toISOString(),
    machine: { processor: cpus[0]?.model ?? '', processors: cpus.length, memory_bytes: os.totalmem(), kernel: os.release() },
    figures: rows,
}, null, 2)}\n`);
console.log(`\n${table(rows)}\n\nWritten to ${file}.`);

const missed = rows.filter((row) => row.met === false).length;
if (missed > 0) {
    console.log(`${missed} of ${rows.filter((row) => row.met !== null).length} targets missed.`);
    if (process.env.STEADFAST_BENCH_STRICT === '1') process.exitCode = 1;
}
