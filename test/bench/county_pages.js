'use strict';
// The pages of a large invented council (steadfast demo --council county), walked as people of several roles: every list and every kind
// of page that links lead to, and many children's pages chosen by chance. It prints how fast each kind is answered and how large it is
// when gzipped, and names on standard error what failed, what took more than 100 ms, what is over 50 KB and what has a link without words.
//
//   node county_pages.js [CHILDREN]     how many children's pages: 2,000 unless said otherwise
//
//   STEADFAST_BENCH_FOLDER   where the council is made, once, and found again
//   STEADFAST_COUNCIL_SIZE   another size than county

const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const zlib = require('node:zlib');
const { program } = require('../journey/server.js');

const folder = process.env.STEADFAST_BENCH_FOLDER;
const size = process.env.STEADFAST_COUNCIL_SIZE ?? 'county';
const store = path.join(folder, `pages-${size}.sqlite`);
const day = '2026-03-31';
const port = 18_970;
const children_wanted = Number(process.argv[2] ?? 2000);
const pages_of_a_kind = 12;      // As one role sees them: what is behind the thirteenth child of a list is like what is behind the first.
const most_bytes = 50 * 1024;
const slow_ms = 100;

const roles = ['Social worker', 'Team manager', 'Service manager', 'Director', 'Independent reviewing officer', 'Front door social worker', 'Business support',
               'Performance analyst', 'Information governance', 'Administrator', 'Emergency duty social worker', 'Adoption worker'];

// Pages that end a session, or answer with a file.
const left_out = /^\/(sign-out|assets|metrics|healthz)/;

class Visitor {
    #cookie = '';
    #token = '';
    #agent = new http.Agent({ keepAlive: true });

    constructor(role) { this.role = role; }

    /// Asks for a page as a browser does, and takes the time until its last byte.
    ask(target, form = null) {
        const body = form ? new URLSearchParams({ ...form, form_token: this.#token }).toString() : '';
        const headers = { cookie: this.#cookie, 'accept-encoding': 'gzip', 'sec-fetch-site': 'same-origin' };
        if (form) Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) });
        const began = performance.now();
        return new Promise((resolve, reject) => {
            const asked = http.request({ host: '127.0.0.1', port, path: target, method: form ? 'POST' : 'GET', headers, agent: this.#agent }, (answer) => {
                const pieces = [];
                answer.on('data', (piece) => pieces.push(piece));
                answer.on('end', () => {
                    const ms = performance.now() - began;
                    const raw = Buffer.concat(pieces);
                    const page = (answer.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(raw) : raw).toString('utf8');
                    for (const set of answer.headers['set-cookie'] ?? []) this.#cookie = set.split(';')[0];
                    this.#token = page.match(/name="form_token" value="([^"]+)"/)?.[1] ?? this.#token;
                    const gzipped = answer.headers['content-encoding'] === 'gzip' ? raw.length : zlib.gzipSync(raw).length;
                    resolve({ target, status: answer.statusCode, ms, bytes: gzipped, page, is_html: /html/.test(answer.headers['content-type'] ?? ''), location: answer.headers.location });
                });
            });
            asked.on('error', reject);
            asked.end(body);
        });
    }

    async sign_in({ name, password }) {
        await this.ask('/sign-in');
        const answer = await this.ask('/sign-in', { name, password, next: '' });
        if (answer.status !== 303 && answer.status !== 302) throw new Error(`${this.role} could not sign in: ${answer.status}`);
    }
}

/// "/children/0f…9/notes/new?page=2" is of the kind "/children/{}/notes/new?page".
const kind_of = (target) => target.replace(/[0-9a-f]{32}/g, '{}').replace(/=[^&]*/g, '').replace(/\/\d+(?=\/|$|\?)/g, '/{n}');

const decoded = (text) => text.replace(/&amp;/g, '&').replace(/&#39;/g, "'").replace(/&quot;/g, '"');

function links_of(page) {
    return [...page.matchAll(/<a\b[^>]*?href="(\/[^"#]*)[^"]*"/g)].map((match) => decoded(match[1])).filter((target) => !left_out.test(target));
}

/// Links and headings that say nothing to anybody.
function empty_words(page) {
    const without_scripts = page.replace(/<svg[\s\S]*?<\/svg>/g, 'picture').replace(/<img[^>]*alt="[^"]+"[^>]*>/g, 'picture');
    return [...without_scripts.matchAll(/<(a|h1|h2|h3|th)\b[^>]*>([\s\S]*?)<\/\1>/g)]
        .filter(([whole, , inside]) => inside.replace(/<[^>]*>/g, '').trim() === '' && !/aria-label="[^"]+"/.test(whole))
        .map(([whole]) => whole.slice(0, 120));
}

class Walk {
    kinds = new Map();
    troubles = new Map();

    note(visitor, answer) {
        const kind = kind_of(answer.target);
        const all = this.kinds.get(kind) ?? { ms: [], bytes: 0, largest: '' };
        this.kinds.set(kind, all);
        all.ms.push(answer.ms);
        if (answer.bytes > all.bytes) Object.assign(all, { bytes: answer.bytes, largest: answer.target });
        if (answer.status >= 500) this.trouble(`${answer.status}`, visitor, kind, answer);
        if (answer.ms > slow_ms) this.trouble('slow', visitor, kind, answer, `${answer.ms.toFixed(0)} ms`);
        if (answer.is_html && answer.bytes > most_bytes) this.trouble('large', visitor, kind, answer, `${(answer.bytes / 1024).toFixed(1)} KB`);
        const empty = answer.is_html && answer.status === 200 ? empty_words(answer.page) : [];
        if (empty.length > 0) this.trouble('empty words', visitor, kind, answer, empty[0]);
    }

    trouble(what, visitor, kind, answer, how = '') {
        const key = `${what}: ${kind}`;
        const known = this.troubles.get(key) ?? { count: 0, first: `${visitor.role}, ${answer.target} ${how}` };
        known.count += 1;
        this.troubles.set(key, known);
    }

    async crawl(visitor) {
        const waiting = ['/'];
        const seen = new Set(waiting);
        const of_kind = new Map();
        while (waiting.length > 0) {
            const target = waiting.shift();
            const answer = await visitor.ask(target);
            this.note(visitor, answer);
            for (const link of answer.location?.startsWith('/') ? [answer.location] : answer.is_html ? links_of(answer.page) : []) {
                const kind = kind_of(link);
                const count = of_kind.get(kind) ?? 0;
                if (seen.has(link) || count >= pages_of_a_kind) continue;
                seen.add(link);
                of_kind.set(kind, count + 1);
                waiting.push(link);
            }
        }
    }
}

function rows(sql) {
    return execFileSync('sqlite3', ['-readonly', store, sql], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n').filter((line) => line !== '');
}

const spread = (all, wanted) => all.filter((_, nth) => nth % Math.max(1, Math.floor(all.length / wanted)) === 0).slice(0, wanted);

async function start() {
    const began = Date.now();
    const words = ['demo', '--store', `sqlite:${store}`, '--port', String(port), '--date', day, '--assets', path.join(__dirname, '../../build/assets')];
    const server = spawn(program, [...words, ...(size === 'county' ? ['--council', size] : ['--size', size])], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    server.stdout.on('data', (text) => { said += text; });
    process.on('exit', () => server.kill('SIGKILL'));
    for (;;) {
        if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.\n${said}`);
        if (await fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false) && said.includes('Ctrl-C')) break;
        await new Promise((wake) => setTimeout(wake, 100));
    }
    const people = new Map();
    for (const line of said.split('\n')) {
        const [, name, password, role] = line.match(/^\s*(\S+)\s+(\S+-\S+-\d+)\s+(\S.*?)\s*$/) ?? [];
        if (role) people.set(role, { name, password });
    }
    console.error(`Served after ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    return { server, people };
}

const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
const of_a_hundred = (all, share) => all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share / 100))];

const print = (figure) => console.log(JSON.stringify(figure));

/// The same page some times over: what the server takes when it has only this to do.
async function repeated(visitor, target, times = 40) {
    const took = [];
    for (let i = 0; i < times; ++i) took.push((await visitor.ask(target)).ms);
    return middle(took);
}

async function measure_hardest(walk, worker, manager) {
    const [busiest, entries] = rows("SELECT lower(hex(subject)), count(*) FROM entry_subjects GROUP BY subject ORDER BY count(*) DESC LIMIT 1")[0].split('|');
    const child = await worker.ask(`/children/${busiest}`);
    print({ name: `the page of a child with ${entries} entries, median`, figure: await repeated(worker, `/children/${busiest}`), unit: 'ms', target: 30, less_is_better: true });
    print({ name: 'that page, gzipped', figure: child.bytes / 1024, unit: 'KB', target: 50, less_is_better: true });
    let board = { target: '', ms: 0 };
    for (const target of walk.boards) {
        const { status, ms } = await manager.ask(target);
        if (status === 200 && ms > board.ms) board = { target, ms };
    }
    if (board.target !== '') print({ name: 'the slowest team board, median', figure: await repeated(manager, board.target), unit: 'ms', target: 50, less_is_better: true });
}

async function main() {
    const { server, people } = await start();
    const walk = new Walk();
    walk.boards = new Set();
    const visitors = new Map();
    for (const role of roles) {
        const person = [...people].find(([said]) => said.toLowerCase().startsWith(role.toLowerCase()))?.[1];
        if (!person) {
            console.error(`Nobody signs in as ${role}.`);
            continue;
        }
        const visitor = new Visitor(role);
        await visitor.sign_in(person);
        visitors.set(role, visitor);
    }
    for (const visitor of visitors.values()) await walk.crawl(visitor);
    const manager = visitors.get('Director') ?? visitors.get('Team manager');
    const teams = rows("SELECT DISTINCT lower(hex(item)) FROM entries WHERE type = (SELECT id FROM types WHERE type = 'team')");
    for (const team of teams.slice(0, 150)) walk.boards.add(`/board?team=${team}`);

    const children = rows("SELECT DISTINCT lower(hex(item)) FROM entries WHERE type = (SELECT id FROM types WHERE type = 'person') AND body NOT LIKE '%\"kind\":\"adult\"%' ORDER BY item");
    const by_turns = [...visitors.values()];
    for (const [nth, child] of spread(children, children_wanted).entries()) {
        const visitor = by_turns[nth % by_turns.length];
        walk.note(visitor, await visitor.ask(`/children/${child}`));
    }
    await measure_hardest(walk, visitors.get('Social worker'), manager);

    for (const [kind, all] of [...walk.kinds].sort(([, a], [, b]) => middle(b.ms) - middle(a.ms)))
        console.error(`${middle(all.ms).toFixed(1).padStart(8)} ms  ${of_a_hundred(all.ms, 95).toFixed(1).padStart(8)} p95  ${(all.bytes / 1024).toFixed(1).padStart(7)} KB  ${String(all.ms.length).padStart(5)}  ${kind}`);
    console.error('');
    for (const [what, { count, first }] of [...walk.troubles].sort()) console.error(`${what}: ${count}, first ${first}`);
    const troubles = (word) => [...walk.troubles.keys()].filter((key) => key.startsWith(word)).length;
    const every = walk.kinds.get('/children/{}');
    print({ name: `a child's page, ${every.ms.length} children by chance, median`, figure: middle(every.ms), unit: 'ms', target: 30, less_is_better: true });
    print({ name: 'kinds of page that failed', figure: troubles('5'), unit: 'kinds', less_is_better: true });
    print({ name: 'kinds of page over 50 KB gzipped', figure: troubles('large'), unit: 'kinds', less_is_better: true });
    print({ name: 'kinds of page over 100 ms', figure: troubles('slow'), unit: 'kinds', less_is_better: true });
    server.kill('SIGINT');
    await new Promise((ended) => { server.on('exit', ended); });
}

main().then(() => process.exit(0), (error) => {
    console.error(error.stack);
    process.exit(1);
});
