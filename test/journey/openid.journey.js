'use strict';
// Somebody signs in with the account that they have at the council's own provider: a real one, with its own pages and keys.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'Somebody signs in at the council\'s own provider',
    server: 'openid',
    async walk({ step, open, server }) {
        const main_of = (page) => page.getByRole('main');
        const go = async (page) => {
            await main_of(page).getByRole('link', { name: 'Sign in with your council account' }).click();
            await server.provider.go_on(page);
            page.complaints.taken(); // Of the provider's own page, which is not ours to put right.
        };

        await step('is offered the council\'s own account first, with a password below', async () => {
            const page = await open();
            await page.goto(`${server.address}/people`);
            await main_of(page).getByRole('link', { name: 'Sign in with your council account' }).waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'sign-in-with-council');
        });
        await step('is let in where they wanted to go, without a password here', async () => {
            const page = await open();
            await server.provider.sign_in(page, server.service, server.at_the_provider('tom.reed'));
            await page.goto(`${server.address}/people`);
            await go(page);
            await page.waitForURL(`${server.address}/people`);
            await page.goto(`${server.address}/account`);
            await main_of(page).getByText('The council\'s own sign-in').waitFor();
            await axe_at_zero(page);
        });
        await step('is turned away with what to do, where the record does not know them', async () => {
            const page = await open();
            await server.provider.sign_in(page, server.service, server.at_the_provider('stranger'));
            await page.goto(`${server.address}/sign-in`);
            await go(page);
            await main_of(page).getByText('Your council account has no place in this record').first().waitFor();
            await axe_at_zero(page);
            assert.equal((await page.context().cookies()).some((cookie) => cookie.name === 'session'), false);
        });
        await step('is not let in by an answer that belongs to nobody\'s attempt', async () => {
            const page = await open();
            await page.goto(`${server.address}/sign-in/openid?code=abc&state=def`);
            await main_of(page).getByText('it took too long, or was begun in another browser').first().waitFor();
        });
    },
};
