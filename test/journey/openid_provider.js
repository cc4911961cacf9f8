'use strict';
// A council's own sign-in for the journeys: Glewlwyd, an OpenID provider from Debian's packages, on loopback with a record of its own in
// a temporary folder. It knows one service and the people whom it is given.

const { execFileSync, spawn } = require('node:child_process');
const { generateKeyPairSync, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { gunzipSync } = require('node:zlib');

const longest_start_ms = 30_000;
const tables = '/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz';
const administrator = { username: 'admin', password: 'password' }; // As the package begins; it listens on loopback for a minute.

class OpenIdProvider {
    issuer = '';
    secret = randomBytes(18).toString('base64url');
    #program = null;
    #base = '';
    #said = '';

    /// @param service { name, comes_back_to }
    /// @param people [{ name, password }]
    async start(folder, port, service, people) {
        this.#base = `http://127.0.0.1:${port}`;
        this.issuer = `${this.#base}/api/oidc`;
        fs.mkdirSync(folder, { recursive: true });
        const record = path.join(folder, 'provider.sqlite');
        execFileSync('sqlite3', [record], { input: gunzipSync(fs.readFileSync(tables)), stdio: ['pipe', 'pipe', 'pipe'] });
        fs.writeFileSync(path.join(folder, 'provider.conf'), this.#settings(port, record));
        this.#program = spawn('glewlwyd', [`--config-file=${path.join(folder, 'provider.conf')}`], { stdio: ['ignore', 'pipe', 'pipe'] });
        for (const stream of [this.#program.stdout, this.#program.stderr]) stream.on('data', (text) => { this.#said += text; });
        process.on('exit', () => this.#program?.kill('SIGKILL'));
        const cookie = await this.#until_it_lets_in();
        await this.#set_up(cookie, service, people);
    }

    /// As somebody would at the provider's own page: signs them in there in this browser, and lets the service know them.
    async sign_in(page, service, person) {
        const ask = async (method, where, data) => {
            const answer = await page.request.fetch(`${this.#base}/api${where}`, { method, data });
            if (!answer.ok()) throw new Error(`The provider answered ${answer.status()} to ${method} ${where}.\n${this.#said.slice(-2000)}`);
        };
        await ask('POST', '/auth/', { username: person.name, password: person.password });
        await ask('PUT', `/auth/grant/${service.name}`, { scope: 'openid' });
    }

    /// Goes on from the provider's own page, as that page does once it knows who is there.
    async go_on(page) {
        await page.waitForURL(/\/login\.html\?/);
        await page.goto(`${new URL(page.url()).searchParams.get('callback_url')}&g_continue`);
    }

    stop() {
        this.#program?.kill('SIGTERM');
        this.#program = null;
    }

    #settings(port, record) {
        return `port=${port}
bind_address="127.0.0.1"
external_url="${this.#base}"
login_url="login.html"
api_prefix="api"
cookie_secure=0
cookie_same_site="empty"
session_expiration=3600
session_key="PROVIDERS_SESSION"
admin_session_authentication="cookie"
profile_session_authentication="cookie"
log_mode="console"
log_level="INFO"
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
hash_algorithm="SHA512"
static_files_path="/usr/share/glewlwyd/webapp/"
static_files_mime_types = ({ extension = ".html" mime_type = "text/html" compress = 0 })
database = { type="sqlite3", path="${record}" }
`;
    }

    async #until_it_lets_in() {
        for (const began = Date.now(); Date.now() - began < longest_start_ms;) {
            const answer = await fetch(`${this.#base}/api/auth/`, {
                method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(administrator),
            }).catch(() => null);
            if (answer?.ok) return answer.headers.get('set-cookie').split(';')[0];
            if (this.#program.exitCode !== null) throw new Error(`The provider ended with ${this.#program.exitCode}.\n${this.#said}`);
            await new Promise((wake) => setTimeout(wake, 100));
        }
        throw new Error(`The provider did not start in ${longest_start_ms / 1000} s.\n${this.#said}`);
    }

    async #set_up(cookie, service, people) {
        const add = async (where, what) => {
            const answer = await fetch(`${this.#base}/api${where}`, {
                method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie }, body: JSON.stringify(what),
            });
            if (!answer.ok) throw new Error(`The provider answered ${answer.status} to ${where}: ${await answer.text()}`);
        };
        const { privateKey, publicKey } = generateKeyPairSync('rsa', {
            modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        });
        await add('/mod/plugin/', {
            module: 'oidc', name: 'oidc', display_name: 'OpenID Connect', order_rank: 0,
            parameters: {
                iss: this.issuer, 'subject-type': 'public', 'jwt-type': 'rsa', 'jwt-key-size': '256', key: privateKey, cert: publicKey, 'jwks-show': true,
                'access-token-duration': 3600, 'refresh-token-duration': 3600, 'code-duration': 60, 'refresh-token-rolling': false, 'allow-non-oidc': false,
                'auth-type-code-enabled': true, 'auth-type-code-revoke-replayed': true, 'auth-type-token-enabled': false, 'auth-type-id-token-enabled': true,
                'auth-type-none-enabled': false, 'auth-type-password-enabled': false, 'auth-type-client-enabled': false, 'auth-type-refresh-enabled': false,
                'pkce-allowed': true, 'pkce-required': true, 'pkce-method-plain-allowed': false, 'allowed-scope': ['openid'],
                claims: [{ name: 'preferred_username', 'user-property': 'username', type: 'string', mandatory: true, 'on-demand': false }],
                'name-claim': 'no', 'email-claim': 'no', 'scope-claim': 'no', 'address-claim': { type: 'no' },
                'session-management-allowed': false, 'request-parameter-allow': false,
            },
        });
        await add('/client/?source=database', {
            client_id: service.name, name: service.name, confidential: true, enabled: true, password: this.secret,
            redirect_uri: [service.comes_back_to], authorization_type: ['code'], token_endpoint_auth_method: ['client_secret_basic'],
        });
        for (const person of people)
            await add('/user/?source=database', {
                username: person.name, name: person.name, password: person.password, email: `${person.name}@council.example`, enabled: true,
                scope: ['g_profile', 'openid'],
            });
    }
}

module.exports = { OpenIdProvider };
