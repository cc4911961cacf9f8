'use strict';
// Somebody sets up an authenticator app, signs in with it, loses the phone, and sees and ends their sessions.

const assert = require('node:assert/strict');
const { createHmac } = require('node:crypto');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

/// What the app on the phone shows: RFC 6238.
function code_of(letters, at = Date.now()) {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...letters.replaceAll(' ', '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
    const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
    const hash = createHmac('sha1', secret).update(step).digest();
    const place = hash[19] & 15;
    return String((hash.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

module.exports = {
    name: 'Somebody keeps their own account',
    server: 'empty',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        const tom = server.person('social worker');
        let letters = '';
        let recovery = [];

        const give_password = async (another) => {
            await another.goto(`${server.address}/sign-in`);
            await another.getByLabel('Sign-in name').fill(tom.name);
            await another.getByLabel('Password').fill(tom.password);
            await another.getByRole('button', { name: 'Sign in' }).click();
            await another.getByRole('heading', { name: 'Enter your code' }).waitFor();
        };
        const give_code = async (another, code) => {
            await another.getByLabel('Code').fill(code);
            await another.getByRole('button', { name: 'Go on' }).click();
        };

        await step('opens their account from the header', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            await page.getByRole('banner').getByRole('link', { name: 'Tom Reed' }).click();
            await main.getByRole('heading', { name: 'Your account' }).waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'account');
        });
        await step('sets up an authenticator app, after a wrong code', async () => {
            await main.getByRole('link', { name: 'Set up an authenticator app' }).click();
            letters = await main.locator('strong').first().innerText();
            await axe_at_zero(page);
            await screenshot(page, 'authenticator-app');
            await page.getByLabel('Code').fill('000000');
            await page.getByRole('button', { name: 'Turn it on' }).click();
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
            assert.equal(await main.locator('strong').first().innerText(), letters, 'the app need not be set up again');
            await page.getByLabel('Code').fill(code_of(letters));
            await page.getByRole('button', { name: 'Turn it on' }).click();
            await main.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
            recovery = await main.locator('code').allInnerTexts();
            assert.equal(recovery.length, 10);
            await axe_at_zero(page);
        });
        await step('is asked for the code on a phone without scripts, and is not let in with a wrong one', async () => {
            const phone = await open({ width: 320, scripts: false });
            await give_password(phone);
            await axe_at_zero(phone);
            await give_code(phone, '123456');
            await phone.getByRole('alert').waitFor();
            await phone.goto(`${server.address}/people`);
            assert.match(phone.url(), /sign-in/);
        });
        await step('gets in with a recovery code, once', async () => {
            const phone = await open();
            await give_password(phone);
            await give_code(phone, recovery[0].toUpperCase());
            await phone.goto(`${server.address}/account`);
            await phone.getByText('9 of your recovery codes are left').waitFor();
            const again = await open();
            await give_password(again);
            await give_code(again, recovery[0]);
            await again.getByRole('alert').waitFor();
        });
        await step('sees where they are signed in, and signs out there', async () => {
            await page.goto(`${server.address}/account`);
            await main.getByText('Password and code').first().waitFor();
            await main.getByRole('button', { name: 'Sign out there' }).first().click();
            await page.getByText('That device is signed out').waitFor();
            await axe_at_zero(page);
            assert.equal(await main.getByRole('button', { name: 'Sign out there' }).count(), 0);
        });
        await step('has the app taken off by an administrator, who knows them', async () => {
            const { said, code } = server.command('worker', 'no-second-factor', tom.name);
            assert.equal(code, 0, said);
            await page.goto(`${server.address}/account`);
            assert.match(page.url(), /sign-in/, 'every session has ended');
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/account`);
            await main.getByRole('link', { name: 'Set up an authenticator app' }).waitFor();
        });
    },
};
