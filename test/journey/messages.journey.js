'use strict';
// A social worker tells their manager something about a child; it stands on the manager's first page and in the child's record, and an
// answer comes back.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'Telling a colleague something about a child',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const manager = await open({ width: 320, height: 640 });
        let child = '';
        const words = 'His mother rang: she can\'t collect him on Friday.';

        await step('is asked for what is missing, and keeps the rest', async () => {
            await sign_in(page, 'social worker');
            child = await page.getByRole('main').locator('tbody a[href^="/children/"]').first().evaluate((anchor) => anchor.href);
            await page.goto(child);
            await page.getByRole('link', { name: 'Tell a colleague about this child' }).click();
            await keyboard_walk(page);
            await page.getByLabel('Message').fill(words);
            await page.getByRole('button', { name: 'Send' }).click();
            await page.getByRole('alert').waitFor();
            assert.equal(await page.getByLabel('Message').inputValue(), words);
            await axe_at_zero(page);
        });
        await step('sends it to the manager, and it stands in the child\'s record', async () => {
            const person = server.person('team manager');
            const option = page.getByLabel('To', { exact: true }).locator('option').filter({ hasText: /, Team manager/ });
            const named = person.name.split('.').map((part) => part[0].toUpperCase() + part.slice(1)).join(' ');
            await page.getByLabel('To', { exact: true }).selectOption(await option.filter({ hasText: named }).first().getAttribute('value'));
            await page.getByRole('button', { name: 'Send' }).click();
            await page.waitForURL(/\?saved=1$/);
            await page.getByRole('main').getByText(words).first().waitFor();
            await axe_at_zero(page);
        });
        await step('the manager finds it on the first page, on a phone', async () => {
            await sign_in(manager, 'team manager');
            await manager.goto(`${server.address}/`);
            await manager.getByText(words).waitFor();
            await axe_at_zero(manager);
            await keyboard_walk(manager);
            await screenshot(manager, 'messages-phone');
        });
        await step('answers, with whom it goes to chosen already', async () => {
            await manager.getByRole('link', { name: /^Answer/ }).first().click();
            assert.notEqual(await manager.getByLabel('To', { exact: true }).inputValue(), '');
            await manager.getByLabel('Message').fill('Ask the school to keep him until four.');
            await manager.getByRole('button', { name: 'Send' }).click();
            await manager.waitForURL(/\?saved=1$/);
            await page.goto(`${server.address}/`);
            await page.getByText('Ask the school to keep him until four.').waitFor();
        });
        await step('says that it is dealt with, without scripts too', async () => {
            const plain = await open({ width: 320, scripts: false });
            await sign_in(plain, 'team manager');
            await plain.goto(`${server.address}/`);
            await plain.locator('li').filter({ hasText: words }).getByRole('button', { name: 'Dealt with' }).click();
            await plain.waitForURL(`${server.address}/`);
            assert.equal(await plain.getByText(words).count(), 0);
            await axe_at_zero(plain);
        });
    },
};
