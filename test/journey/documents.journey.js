'use strict';
// A worker photographs a letter with the phone, is told what is wrong with other files, and finds it all again.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

// The smallest JPEG that a browser shows: one grey point.
const photo = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=', 'base64');

async function say_what_it_is(page, { title = '', kind = 'letter' } = {}) {
    if (title) await page.getByLabel('What it is').fill(title);
    await page.getByLabel('Kind of document').selectOption(kind);
    await page.locator('#dated-day').fill('27');
    await page.locator('#dated-month').fill('3');
    await page.locator('#dated-year').fill('2026');
}

module.exports = {
    name: 'A worker files documents from a phone and from a desk',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open({ width: 390 });
        const main = page.getByRole('main');
        const file_it = () => page.getByRole('button', { name: 'File it' }).click();
        let child = '';

        await step('finds the documents of a child, and why there are none', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            child = await main.locator('tbody a[href^="/children/"]').first().evaluate((link) => link.href);
            await page.goto(child);
            await page.getByRole('link', { name: 'Documents', exact: true }).click();
            await page.getByText('No document has been filed for this child yet').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'documents-none');
        });
        await step('photographs a letter with the phone', async () => {
            await page.getByRole('button', { name: 'File a document' }).or(page.getByRole('link', { name: 'File a document' })).first().click();
            assert.equal(await page.locator('#photo').getAttribute('capture'), 'environment');
            await keyboard_walk(page);
            await page.locator('#photo').setInputFiles({ name: 'IMG_0042.jpg', mimeType: 'image/jpeg', buffer: photo });
            await say_what_it_is(page, { title: 'Letter from the school about lunch' });
            await page.getByText('This will be in the file of').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'document-form-phone');
            await file_it();
            await page.waitForURL(/\/documents\/[0-9a-f]{32}$/);
        });
        await step('sees the picture on its page, and who filed it', async () => {
            await page.getByRole('heading', { name: 'Letter from the school about lunch' }).waitFor();
            const is_shown = await page.locator('img.sf-preview').evaluate((image) => image.decode().then(() => image.naturalWidth, () => 0));
            assert.equal(is_shown, 1);
            await main.getByText(/^Filed .* by /).waitFor();
            await main.getByText('Not scanned: this council runs no scanner').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'document-phone');
        });
        await step('downloads it as what it is, which nothing can make run', async () => {
            const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Download/ }).click()]);
            assert.equal(download.suggestedFilename(), 'Letter from the school about lunch.jpg');
            assert.deepEqual(fs.readFileSync(await download.path()), photo);
            const shown = await page.request.get(`${page.url()}/shown`);
            assert.match(shown.headers()['content-security-policy'], /default-src 'none'.*sandbox/);
            assert.equal(shown.headers()['x-content-type-options'], 'nosniff');
        });
        await step('is told what to do about a program called a letter and a file too large, and keeps what was typed', async () => {
            await page.goto(`${child}/documents/add`);
            await say_what_it_is(page, { title: 'Letter about the review' });
            const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'steadfast-files-'));
            try {
                const files = ['letter.pdf', 'scan.pdf'].map((name) => path.join(folder, name));
                fs.writeFileSync(files[0], Buffer.from('MZ\x90\0this runs', 'latin1'));
                fs.writeFileSync(files[1], Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(26 * 1024 * 1024, 32)]));
                await page.locator('#files').setInputFiles(files);
                await file_it();
                await page.getByRole('alert').waitFor();
            } finally {
                fs.rmSync(folder, { recursive: true, force: true });
            }
            const said = await page.getByRole('alert').innerText();
            assert.match(said, /“letter.pdf” is not a type of file that can be filed/);
            assert.match(said, /Save it as PDF/);
            assert.match(said, /“scan.pdf” is 26 MB; the largest that can be filed is 25 MB/);
            assert.equal(await page.getByLabel('What it is').inputValue(), 'Letter about the review');
            await axe_at_zero(page);
            await screenshot(page, 'document-refused-phone');
        });
        await step('is signed out before it is sent, signs in beside it, and files it without choosing or typing again', async () => {
            await page.goto(`${child}/documents/add`);
            await say_what_it_is(page, { title: 'Letter that outlived a session' });
            await page.locator('#files').setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear all\n') });
            await page.context().clearCookies();
            await file_it();
            await page.getByText('Nothing was filed: you are signed out. Keep this page open.').waitFor();
            await axe_at_zero(page);
            const opening = page.context().waitForEvent('page');
            await page.getByRole('link', { name: 'Sign in in a new window' }).click();
            const other = await opening;
            const person = server.person('social worker');
            await other.getByLabel('Sign-in name').fill(person.name);
            await other.getByLabel('Password').fill(person.password);
            await other.getByRole('button', { name: 'Sign in' }).click();
            await other.getByText('Close this window').waitFor();
            await other.close();
            await file_it();
            await page.waitForURL(/\/documents\/[0-9a-f]{32}$/);
            await page.getByRole('heading', { name: 'Letter that outlived a session' }).waitFor();
        });
        await step('files several at once, at a desk, with scripts off', async () => {
            const desk = await open({ scripts: false });
            await sign_in(desk, 'social worker');
            await desk.goto(`${child}/documents/add`);
            await desk.locator('#files').setInputFiles([
                { name: 'Report.txt', mimeType: 'text/plain', buffer: Buffer.from('He is glad of the club.\n') },
                { name: 'Minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') },
            ]);
            await say_what_it_is(desk, { kind: 'report' });
            await desk.getByRole('button', { name: 'File it' }).click();
            await desk.waitForURL(/\/documents$/);
            for (const title of ['Report', 'Minutes', 'Letter from the school about lunch'])
                await desk.getByRole('link', { name: title, exact: true }).waitFor();
            await axe_at_zero(desk);
            await screenshot(desk, 'documents-desk');
            await desk.getByRole('link', { name: 'Report', exact: true }).click();
            await desk.getByText('He is glad of the club.').waitFor();
            await axe_at_zero(desk);
        });
        await step('narrows the list down to letters', async () => {
            await page.goto(`${child}/documents?kind=letter`);
            assert.equal(await main.getByRole('link', { name: 'Letter from the school about lunch' }).count(), 1);
            assert.equal(await main.getByRole('link', { name: 'Minutes', exact: true }).count(), 0);
        });
        await step('replaces a file, and the one before stays in the versions', async () => {
            await page.getByRole('link', { name: 'Letter from the school about lunch' }).click();
            await page.getByRole('link', { name: 'Change it or replace the file' }).click();
            assert.equal(await page.getByLabel('What it is').inputValue(), 'Letter from the school about lunch');
            await page.locator('#files').setInputFiles({ name: 'better.txt', mimeType: 'text/plain', buffer: Buffer.from('The letter, typed out.\n') });
            await page.getByRole('button', { name: 'Save' }).click();
            await page.getByText('The letter, typed out.').waitFor();
            await main.getByText(/^Changed .* by /).waitFor();
            const [before] = await Promise.all([page.waitForEvent('download'), main.getByRole('link', { name: /^IMG_0042.jpg/ }).click()]);
            assert.deepEqual(fs.readFileSync(await before.path()), photo);
            await axe_at_zero(page);
            await page.getByRole('link', { name: 'Its versions' }).click();
            await main.getByRole('link', { name: /^Compare/ }).waitFor();
            await axe_at_zero(page);
        });
        await step('opens it from the chronology too', async () => {
            await page.goto(child);
            const link = main.locator('a[href^="/items/"]', { hasText: 'Document' }).first();
            await link.click();
            await page.waitForURL(/\/documents\/[0-9a-f]{32}$/);
        });
    },
};
