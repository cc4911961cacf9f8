'use strict';
// What somebody types is never lost: not by a closed window, another device, a time-out, a lost line or a page without scripts.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'A social worker never loses a word',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';
        let form = '';
        const words = (where) => where.getByLabel('What happened');
        const kept = (where) => where.getByText(/^Saved \d\d:\d\d as your draft/).waitFor();

        await step('begins a note and sees it kept', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            child = await main.locator('tbody a[href^="/children/"]').first().evaluate((link) => link.href);
            form = `${child}/add/case_note`;
            await page.goto(form);
            await words(page).fill('Amira told me about her week.');
            await kept(page);
            await axe_at_zero(page);
            await screenshot(page, 'draft');
        });
        await step('finds it again on a phone, says more, and is told there that it was saved', async () => {
            const phone = await open({ width: 320 });
            await sign_in(phone, 'social worker');
            await phone.goto(`${server.address}/`);
            await phone.getByRole('link', { name: /^Case note about/ }).first().click();
            await phone.getByText('This is your draft').waitFor();
            assert.equal(await words(phone).inputValue(), 'Amira told me about her week.');
            await words(phone).fill('Amira told me about her week. She laughed.');
            await kept(phone);
            await screenshot(phone, 'draft_on_a_phone');
            await axe_at_zero(phone);
        });
        await step('is told in the first window that there is newer text, and takes it', async () => {
            await words(page).fill('Amira told me about her week. Older.');
            await page.getByText('Newer text of yours was kept').waitFor();
            await page.reload();
            assert.equal(await words(page).inputValue(), 'Amira told me about her week. She laughed.');
        });
        await step('goes on while the line is cut, and it is sent once the line is back', async () => {
            await page.context().setOffline(true);
            await words(page).fill('Amira told me about her week. She laughed. Typed in a tunnel.');
            await page.getByText('Not saved yet: no connection. Keep this page open.').waitFor();
            await page.context().setOffline(false);
            await kept(page);
            page.complaints.taken();
            await page.reload();
            assert.match(await words(page).inputValue(), /Typed in a tunnel\.$/);
        });
        await step('is told so where the line takes what is sent and never answers', async () => {
            const nobody_answers = () => {};
            await page.route('**/drafts/as-typed', nobody_answers);
            await words(page).fill('Typed where the net is gone and the phone does not know.');
            await page.getByText('Not saved yet: no connection. Keep this page open.').waitFor({ timeout: 25_000 });
            await page.unroute('**/drafts/as-typed', nobody_answers);
            await kept(page);
            page.complaints.taken();
        });
        await step('is signed out meanwhile, signs in in a new window and goes on', async () => {
            await page.context().clearCookies();
            await words(page).fill('Written after the time-out.');
            const opening = page.context().waitForEvent('page');
            await page.getByRole('link', { name: 'Sign in in a new window' }).click();
            const other = await opening;
            const person = server.person('social worker');
            await other.getByLabel('Sign-in name').fill(person.name);
            await other.getByLabel('Password').fill(person.password);
            await other.getByRole('button', { name: 'Sign in' }).click();
            await other.getByText('Close this window').waitFor();
            await other.close();
            await page.evaluate(() => window.dispatchEvent(new Event('focus')));
            await kept(page);
            await page.goto(form);
            assert.equal(await words(page).inputValue(), 'Written after the time-out.');
        });
        await step('keeps it without scripts by a button', async () => {
            const plain = await open({ scripts: false });
            await sign_in(plain, 'social worker');
            await plain.goto(form);
            await words(plain).fill('Without any script.');
            await plain.getByRole('button', { name: 'Save draft' }).click();
            await plain.getByText('This is your draft').waitFor();
            assert.equal(await words(plain).inputValue(), 'Without any script.');
            await axe_at_zero(plain);
        });
        await step('sends it without scripts after a time-out, signs in in a new window, and finds it in its form', async () => {
            const plain = await open({ scripts: false, width: 320 });
            await sign_in(plain, 'social worker');
            await plain.goto(form);
            await words(plain).fill('Sent after the time-out,\nwithout any script.');
            await plain.context().clearCookies();
            await plain.getByRole('button', { name: 'Save', exact: true }).click();
            await plain.getByRole('heading', { name: 'You were signed out before this was sent' }).waitFor();
            await axe_at_zero(plain);
            await screenshot(plain, 'unsent');
            const opening = plain.context().waitForEvent('page');
            await plain.getByRole('link', { name: 'Sign in in a new window' }).click();
            const other = await opening;
            const person = server.person('social worker');
            await other.getByLabel('Sign-in name').fill(person.name);
            await other.getByLabel('Password').fill(person.password);
            await other.getByRole('button', { name: 'Sign in' }).click();
            await other.getByText('Close this window').waitFor();
            await other.close();
            await plain.getByRole('button', { name: 'Go on with what I typed' }).click();
            await plain.getByText('This is your draft').waitFor();
            assert.equal(await words(plain).inputValue(), 'Sent after the time-out,\nwithout any script.');
            assert.equal(plain.url(), form);
        });
        await step('lists it among all drafts', async () => {
            await page.goto(`${server.address}/drafts`);
            await main.getByRole('link', { name: 'Go on: Case note' }).first().waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'drafts');
        });
        await step('starts afresh only after being asked', async () => {
            await page.goto(form);
            await page.getByRole('link', { name: 'Start afresh' }).click();
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Throw it away' }).click();
            await page.goto(form);
            assert.equal(await words(page).inputValue(), '');
        });
        await step('each of several forms on one page is kept by itself', async () => {
            const officer = await open();
            await sign_in(officer, 'information governance officer');
            await officer.goto(`${child}/access`);
            await officer.getByLabel('Why it is restricted').fill('A parent works in the next office.');
            await kept(officer);
            await officer.getByLabel('Why they are kept out').fill('An aunt.');
            await officer.getByText(/^Saved \d\d:\d\d as your draft/).nth(1).waitFor();
            await officer.reload();
            assert.equal(await officer.getByLabel('Why it is restricted').inputValue(), 'A parent works in the next office.');
            assert.equal(await officer.getByLabel('Why they are kept out').inputValue(), 'An aunt.');
            assert.equal(await officer.getByLabel('Why they are named').inputValue(), '');
            await axe_at_zero(officer);
        });
        await step('saves a note, and the draft of it is gone', async () => {
            await page.goto(form);
            await words(page).fill('A whole note.');
            await kept(page);
            await page.locator('#happened-day').fill('3');
            await page.locator('#happened-month').fill('3');
            await page.locator('#happened-year').fill('2026');
            await page.getByLabel('Kind of note').selectOption({ index: 1 });
            await page.getByRole('button', { name: 'Save', exact: true }).click();
            await page.waitForURL(/\/items\/[0-9a-f]{32}/);
            await page.goto(form);
            assert.equal(await words(page).inputValue(), '');
        });
    },
};
