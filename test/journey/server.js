'use strict';
// A server that journeys walk on, started once, with a record of its own in a temporary folder:
//
//   'empty'   steadfast serve, on a record that holds an administrator, a social worker and nothing else
//   'demo'    steadfast demo, with its small council of invented people
//   'openid'  steadfast serve, with a council's own sign-in beside it: a real provider, see openid_provider.js
//   'returns' steadfast serve, on a record that holds people who import and people who record, and no child yet
//
//   STEADFAST_PROGRAM    the program to start (build/release/steadfast)
//   STEADFAST_ADDRESS    a demo that already runs; its people then come from STEADFAST_PEOPLE ("name password role" a line)

const { execFileSync, spawn, spawnSync } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { OpenIdProvider } = require('./openid_provider.js');

const house = path.join(__dirname, '..', '..');
const program = process.env.STEADFAST_PROGRAM ?? path.join(house, 'build', 'release', 'steadfast');
const day_of_the_demo = '2026-03-31';
const longest_start_ms = 120_000;

class Server {
    address = '';
    #kind;
    provider = null; // Where it is of the kind 'openid'…
    service = null;
    #provider_people = []; // …who has an account there.
    #program = null;
    #folder = '';
    #said = '';
    #people = ''; // Apart from what it said, which may be shown.

    constructor(kind) {
        if (!['empty', 'demo', 'openid', 'returns'].includes(kind)) throw new Error(`There is no server of the kind '${kind}'.`);
        this.#kind = kind;
    }

    /// Does nothing if it runs already.
    async start() {
        if (this.address !== '') return;
        if (this.#kind === 'demo' && process.env.STEADFAST_ADDRESS) {
            this.address = process.env.STEADFAST_ADDRESS;
            this.#people = process.env.STEADFAST_PEOPLE ?? '';
            return;
        }
        this.#folder = fs.mkdtempSync(path.join(os.tmpdir(), 'steadfast-journey-'));
        const port = await spare_port();
        const { where } = this;
        const how = ['--assets', path.join(house, 'build', 'assets'), '--port', String(port)];
        if (this.#kind === 'empty') {
            this.#add_worker(where, 'Amira Khan', 'amira.khan', 'administrator', 'administrator');
            this.#add_worker(where, 'Tom Reed', 'tom.reed', 'social_worker', 'social worker');
            this.#run(['serve', ...where, ...how]);
        } else if (this.#kind === 'openid') {
            this.#add_worker(where, 'Tom Reed', 'tom.reed', 'social_worker', 'social worker');
            this.#run(['serve', ...where, ...how, ...await this.#start_provider(`http://127.0.0.1:${port}`)]);
        } else if (this.#kind === 'returns') {
            this.#add_worker(where, 'Grace Mensah', 'grace.mensah', 'analyst', 'performance analyst');
            this.#add_worker(where, 'Omar Said', 'omar.said', 'analyst', 'second analyst');
            this.#add_worker(where, 'Tom Reed', 'tom.reed', 'social_worker', 'social worker');
            this.#add_worker(where, 'Amira Khan', 'amira.khan', 'administrator', 'administrator');
            this.#run(['serve', ...where, ...how]);
        } else {
            this.#run(['demo', ...where, '--size', 'small', '--date', day_of_the_demo, ...how]);
        }
        await this.#until_healthy(`http://127.0.0.1:${port}`);
    }

    /// Where its record is, as the program's commands take it.
    get where() {
        return ['--store', `sqlite:${path.join(this.#folder, 'record.sqlite')}`];
    }

    /// What `serve` must be told of it.
    async #start_provider(our_address) {
        this.service = { name: 'steadfast', comes_back_to: `${our_address}/sign-in/openid` };
        this.#provider_people = ['tom.reed', 'stranger'].map((name) => ({ name, password: randomBytes(18).toString('base64url') }));
        this.provider = new OpenIdProvider();
        await this.provider.start(path.join(this.#folder, 'provider'), await spare_port(), this.service, this.#provider_people);
        const secret = path.join(this.#folder, 'openid-secret');
        fs.writeFileSync(secret, `${this.provider.secret}\n`, { mode: 0o600 });
        return ['--public-address', our_address, '--openid', this.provider.issuer, '--openid-client', this.service.name, '--openid-secret-file', secret];
    }

    at_the_provider(name) {
        return this.#provider_people.find((person) => person.name === name);
    }

    #add_worker(where, name, sign_in_name, role, words) {
        const password = randomBytes(18).toString('base64url');
        const file = path.join(this.#folder, sign_in_name);
        fs.writeFileSync(file, password, { mode: 0o600 });
        execFileSync(program, ['worker', 'add', ...where, '--name', name, '--sign-in', sign_in_name, '--as', role, '--password-file', file], { stdio: 'pipe' });
        this.#people += `${sign_in_name} ${password} ${words}\n`;
    }

    /// Gives a command while the server runs. Tells what it said and how it ended.
    command(...words) {
        const ran = spawnSync(program, [...words, ...this.where], { cwd: this.#folder, encoding: 'utf8' });
        return { said: `${ran.stdout}${ran.stderr}`, code: ran.status };
    }

    #run(words) {
        this.#program = spawn(program, words, { cwd: house, stdio: ['ignore', 'pipe', 'pipe'] });
        for (const stream of [this.#program.stdout, this.#program.stderr]) stream.on('data', (text) => { this.#said += text; });
        process.on('exit', () => this.#program?.kill('SIGKILL'));
    }

    async #until_healthy(address) {
        let ended = null;
        this.#program.on('error', (error) => { ended = error.message; });
        this.#program.on('exit', (code, signal) => { ended ??= `It ended with ${code ?? signal}.`; });
        for (const began = Date.now(); Date.now() - began < longest_start_ms;) {
            if (ended !== null) throw new Error(`The server did not start. ${ended}\n${this.#said}`);
            const answer = await fetch(`${address}/healthz`).catch(() => null);
            if (answer?.ok) {
                this.address = address;
                return;
            }
            await new Promise((wake) => setTimeout(wake, 50));
        }
        throw new Error(`The server was not healthy after ${longest_start_ms / 1000} s.\n${this.#said}`);
    }

    /// The first person of that role among those the server says can sign in: "name  password  role", a line each.
    person(role) {
        for (const line of `${this.#people}\n${this.#said}`.split('\n')) {
            const [, name, password, its_role] = line.match(/^\s*(\S+)\s+(\S+)\s+(\S.*?)\s*$/) ?? [];
            if (its_role?.toLowerCase() === role.toLowerCase()) return { name, password, role: its_role };
        }
        throw new Error(`The server named nobody who can sign in as '${role}'. It said:\n${this.#said}`);
    }

    show_its_last_words() {
        if (this.#program) console.log(`\nWhat the server said:\n${this.#said.split('\n').slice(-40).join('\n')}`);
    }

    /// Stops it as Ctrl-C would and refuses a server that does not stop in ten seconds or stops badly.
    async stop() {
        const program = this.#program;
        if (!program) return;
        this.#program = null;
        this.provider?.stop();
        if (program.exitCode === null && program.signalCode === null) {
            const ended = new Promise((resolve) => program.once('exit', (code, signal) => resolve(code ?? signal)));
            program.kill('SIGINT');
            const late = new Promise((resolve) => setTimeout(resolve, 10_000, 'late').unref());
            const how = await Promise.race([ended, late]);
            if (how === 'late') program.kill('SIGKILL');
            if (how !== 0) throw new Error(`The server did not stop cleanly on Ctrl-C (${how}).\n${this.#said}`);
        }
        fs.rmSync(this.#folder, { recursive: true, force: true });
    }
}

function spare_port() {
    return new Promise((resolve, reject) => {
        const probe = net.createServer();
        probe.once('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

module.exports = { Server, program };
