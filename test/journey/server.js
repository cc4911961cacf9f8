'use strict';
// The server that the journeys walk on: started once, with a council of its own in a temporary folder.
//
//   STEADFAST_ADDRESS    a server that already runs; its people then come from STEADFAST_PEOPLE ("name password role" a line)
//   STEADFAST_PROGRAM    the program to start otherwise (build/release/steadfast)
//   STEADFAST_STORE      where its council is kept (a file in a temporary folder)

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

const house = path.join(__dirname, '..', '..');
const longest_start_ms = 120_000;

class Server {
    address = process.env.STEADFAST_ADDRESS ?? '';
    #program = null;
    #folder = '';
    #said = process.env.STEADFAST_PEOPLE ?? '';

    /// Does nothing if it runs already.
    async start() {
        if (this.address !== '') return;
        const port = await spare_port();
        this.#folder = fs.mkdtempSync(path.join(os.tmpdir(), 'steadfast-journey-'));
        const store = process.env.STEADFAST_STORE ?? `sqlite:${path.join(this.#folder, 'council.sqlite')}`;
        const program = process.env.STEADFAST_PROGRAM ?? path.join(house, 'build', 'release', 'steadfast');
        this.#program = spawn(program, ['demo', '--store', store, '--size', 'small',
            '--assets', path.join(house, 'build', 'assets'), '--port', String(port)], { cwd: house, stdio: ['ignore', 'pipe', 'pipe'] });
        for (const stream of [this.#program.stdout, this.#program.stderr]) stream.on('data', (text) => { this.#said += text; });
        process.on('exit', () => this.#program?.kill('SIGKILL'));
        for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
        await this.#until_healthy(`http://127.0.0.1:${port}`);
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
        for (const line of this.#said.split('\n')) {
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

module.exports = { Server };
