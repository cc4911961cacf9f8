'use strict';
// Measures the page of one child, with fifty rows of chronology, in the record of the invented council, served by the program
// itself on SQLite: every page that goes out has its line in the access log first.
//
//   flat out      64 connections that ask again as soon as they are answered (wrk), beside nginx with the same bytes
//   steadily      500 pages a second, each sent when it is due, however long the ones before it take; a page that had to wait
//                 for its turn counts from when it was due, so that a slow second shows in the figure

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { Server, program } = require('../journey/server.js');

const folder = process.env.STEADFAST_BENCH_FOLDER;
const child_number = '990050';
const rows_wanted = 50;
const connections = 64;
const pages_a_second = 500;
const seconds_steady = 20;

/// The fixture: one child's returns of 2015-16 to 2017-18. 16 episodes, 18 reviews and 16 times missing.
function write_returns(where) {
    const day = (number) => new Date(Date.UTC(2015, 4, 4) + number * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
    const born = '14/02/2007';
    const episodes = ['CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'];
    for (let i = 0; i < 16; ++i) {
        episodes.push(`${child_number},${day(i * 60)},${i === 0 ? 'S' : 'P'},C2,N1,U6,PR1,${day(i * 60 + 60)},${i === 15 ? 'E3' : 'X1'},${i === 15 ? '' : 'CARPL'},ZZ1 1AA,ZZ2 2BB,SC123456`);
    }
    const reviews = ['CHILD,DOB,REVIEW,REVIEW_CODE'];
    for (let i = 0; i < 18; ++i) reviews.push(`${child_number},${born},${day(20 + i * 55)},PN${i % 8}`);
    const missing = ['CHILD,DOB,MISSING,MIS_START,MIS_END'];
    for (let i = 0; i < 16; ++i) missing.push(`${child_number},${born},M,${day(31 + i * 55)},${day(32 + i * 55)}`);
    const tables = {
        header: ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', `${child_number},2,${born},WBRI,A123456789012,0,`],
        episodes, reviews, missing,
    };
    for (const [name, lines] of Object.entries(tables)) fs.writeFileSync(path.join(where, `${name}.csv`), `${lines.join('\n')}\n`);
}

/// A browser's part of signing in, and the way to the child by their number.
class Visitor {
    #cookie = '';
    #token = '';

    constructor(address) { this.address = address; }

    get cookie() { return this.#cookie; }

    async ask(target, form = null) {
        const headers = { cookie: this.#cookie, 'sec-fetch-site': 'same-origin' };
        const body = form ? new URLSearchParams({ ...form, form_token: this.#token }) : undefined;
        const answer = await fetch(this.address + target, { method: form ? 'POST' : 'GET', headers, body, redirect: 'manual' });
        for (const set of answer.headers.getSetCookie()) this.#cookie = set.split(';')[0];
        const page = await answer.text();
        this.#token = page.match(/name="form_token" value="([^"]+)"/)?.[1] ?? this.#token;
        return page;
    }

    async find_child({ name, password }) {
        await this.ask('/sign-in');
        await this.ask('/sign-in', { name, password, next: '' });
        await this.ask('/');
        const found = await this.ask('/search', { words: child_number });
        const link = found.match(/href="(\/children\/[^"?]+)"/)?.[1];
        if (!link) throw new Error(`The child of the fixture was not found. The page said:\n${found.slice(0, 4000)}`);
        return link;
    }
}

function flat_out(url, cookie) {
    const words = ['--threads', '2', '--connections', String(connections), '--duration', '10s', '--latency', '--header', `Cookie: ${cookie}`, url];
    const said = execFileSync('wrk', words, { encoding: 'utf8' });
    const refused = said.match(/(Non-2xx|Socket errors).*/);
    if (refused) throw new Error(`${refused[0]}, from ${url}`);
    return Number(said.match(/Requests\/sec:\s*([\d.]+)/)[1]);
}

/// The milliseconds that 99 of 100 pages took at most, from when each was due.
function steadily(url, cookie) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
    const due_after = 1000 / pages_a_second;
    const pages = pages_a_second * seconds_steady;
    const took = [];
    return new Promise((resolve, reject) => {
        const began = performance.now();
        let sent = 0;
        const ask = (due) => {
            http.get(url, { agent, headers: { cookie } }, (answer) => {
                if (answer.statusCode !== 200) return reject(new Error(`${answer.statusCode} from ${url}`));
                answer.resume();
                answer.on('end', () => {
                    took.push(performance.now() - due);
                    if (took.length === pages) resolve(took.sort((a, b) => a - b)[Math.floor(pages * 0.99)]);
                });
            }).on('error', reject);
        };
        const send_what_is_due = () => {
            for (; sent < pages && began + sent * due_after <= performance.now(); ++sent) ask(began + sent * due_after);
            if (sent < pages) setTimeout(send_what_is_due, 1);
        };
        send_what_is_due();
    }).finally(() => agent.destroy());
}

const print = (figure) => console.log(JSON.stringify(figure));

async function measure(server) {
    const returns = fs.mkdtempSync(path.join(folder, 'child_page_'));
    write_returns(returns);
    execFileSync(program, ['import', 'ssda903', returns, ...server.where], { stdio: 'pipe' });
    fs.rmSync(returns, { recursive: true });

    const visitor = new Visitor(server.address);
    const link = await visitor.find_child(server.person('Social worker'));
    const page = await visitor.ask(link);
    const rows = page.match(/class="moj-timeline__item"/g)?.length ?? 0;
    if (rows !== rows_wanted) throw new Error(`The page has ${rows} rows of chronology, not ${rows_wanted}.`);
    fs.writeFileSync(path.join(process.env.STEADFAST_NGINX_FILES, 'child_page.html'), page);

    const url = server.address + link;
    const bytes = Buffer.byteLength(page);
    const nginx = flat_out(`${process.env.STEADFAST_NGINX}/child_page.html`, '');
    print({ name: `the child's page, ${connections} connections, ${bytes} bytes`, figure: flat_out(url, visitor.cookie), unit: 'pages/s',
            reference: nginx, reference_name: 'nginx, the same bytes', target: 3000 });
    print({ name: `the child's page, ${pages_a_second} a second, p99`, figure: await steadily(url, visitor.cookie), unit: 'ms', target: 50, less_is_better: true });
}

async function main() {
    const server = new Server('demo');
    await server.start();
    try {
        await measure(server);
    } catch (error) {
        server.show_its_last_words();
        throw error;
    } finally {
        await server.stop();
    }
}

main().catch((error) => {
    console.error(error.message);
    process.exit(1);
});
