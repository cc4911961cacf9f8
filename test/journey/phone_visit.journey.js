'use strict';
// A visit, recorded on a phone in the car park with one hand, with the line cut in the middle of it.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'A visit recorded on a phone with the line cut',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const phone = await open({ width: 320, height: 640 });
        const main = phone.getByRole('main');
        let child = '';

        await step('opens the note from the child\'s page', async () => {
            await sign_in(phone, 'social worker');
            await phone.goto(`${server.address}/people`);
            child = await main.locator('tbody a[href^="/children/"]').nth(2).evaluate((link) => link.href);
            await phone.goto(child);
            await phone.getByRole('link', { name: 'Note of a visit' }).click();
            await phone.getByText('When: today at').waitFor();
            await axe_at_zero(phone);
            await keyboard_walk(phone);
        });
        await step('says who was seen and begins to write', async () => {
            await phone.locator('#saw').check();
            await phone.locator('#alone').check();
            await phone.getByLabel('What happened').fill('Seen in the bedroom.');
            await phone.getByText(/^Saved \d\d:\d\d as your draft/).waitFor();
            await screenshot(phone, 'note_of_a_visit');
        });
        await step('loses the line and goes on writing', async () => {
            await phone.context().setOffline(true);
            await phone.getByLabel('What happened').fill('Seen in the bedroom. Said that school is better now.');
            await phone.getByText('Not saved yet: no connection. Keep this page open.').waitFor();
            await screenshot(phone, 'note_without_a_line');
        });
        await step('has the line back, and everything is there and is kept', async () => {
            await phone.context().setOffline(false);
            await phone.getByText(/^Saved \d\d:\d\d as your draft/).waitFor();
            phone.complaints.taken();
            assert.match(await phone.getByLabel('What happened').inputValue(), /school is better now\.$/);
        });
        await step('saves it, and it stands on the record with who was seen alone', async () => {
            await phone.getByRole('button', { name: 'Save', exact: true }).click();
            await phone.waitForURL(/\/items\/[0-9a-f]{32}\?saved=1$/);
            await main.getByText('school is better now').first().waitFor();
            await main.getByText('Seen alone').first().waitFor();
            await axe_at_zero(phone);
            await screenshot(phone, 'visit_saved_on_a_phone');
            await phone.goto(`${child}/note`);
            assert.equal(await phone.getByLabel('What happened').inputValue(), '');
        });
        await step('is told what is missing and keeps the rest', async () => {
            await phone.locator('#saw').check();
            await phone.getByRole('button', { name: 'Save', exact: true }).click();
            await phone.getByRole('alert').waitFor();
            assert.ok(await phone.locator('#saw').isChecked());
            await axe_at_zero(phone);
        });
        await step('works without scripts too', async () => {
            const plain = await open({ width: 320, scripts: false });
            await sign_in(plain, 'social worker');
            await plain.goto(`${child}/note`);
            await plain.getByLabel('What happened').fill('Nobody was at home.');
            await plain.getByRole('button', { name: 'Save', exact: true }).click();
            await plain.getByRole('main').getByText('Not seen').first().waitFor();
            await axe_at_zero(plain);
        });
    },
};
