'use strict';
// A worker files an e-mail from a school about two siblings; its two attachments stand in both files.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

const message = Buffer.from([
    'From: School office <office@school.example>',
    'To: Tom Reed <tom.reed@council.example>',
    'Subject: Attendance of both this term',
    'Date: Tue, 3 Mar 2026 14:02:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Both were in on Monday.</p><img src="https://elsewhere.example/seen.gif"><script>alert(1)</script>',
    '--outer',
    'Content-Type: text/plain; name="register.txt"',
    'Content-Disposition: attachment; filename="register.txt"',
    '',
    'Monday: in',
    '--outer',
    'Content-Type: application/pdf; name="plan.pdf"',
    'Content-Disposition: attachment; filename="plan.pdf"',
    '',
    '%PDF-1.4',
    '%%EOF',
    '--outer--',
    '',
].join('\r\n'));

/// A child of the demonstration whom the form offers another child beside.
async function with_somebody_beside(page, main, server) {
    await page.goto(`${server.address}/people`);
    const children = await main.locator('tbody a[href^="/children/"]').evaluateAll((links) => links.map((link) => link.href));
    for (const child of children) {
        await page.goto(`${child}/emails/add`);
        if (await page.getByRole('checkbox').count() > 0) return child;
    }
    throw new Error('Nobody on the first page shares anything with a brother or sister.');
}

module.exports = {
    name: 'A worker files an e-mail with two attachments for two siblings',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        const file_it = () => page.getByRole('button', { name: 'File the e-mail' }).click();
        let child = '';
        let sibling = '';

        await step('opens the form, which offers the brothers and sisters', async () => {
            await sign_in(page, 'social worker');
            child = await with_somebody_beside(page, main, server);
            await axe_at_zero(page);
            await keyboard_walk(page);
        });
        await step('is told what to do where the file is no e-mail', async () => {
            await page.locator('#message').setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') });
            await page.getByRole('checkbox').first().check();
            await file_it();
            await page.getByRole('alert').waitFor();
            assert.match(await page.getByRole('alert').innerText(), /“letter.pdf” is not an e-mail.*Drag the message/s);
            assert.equal(await page.getByRole('checkbox').first().isChecked(), true);
            await axe_at_zero(page);
            await screenshot(page, 'email-refused');
        });
        await step('files it for both, in one go', async () => {
            sibling = await page.getByRole('checkbox').first().inputValue();
            await page.locator('#message').setInputFiles({ name: 'message.eml', mimeType: 'message/rfc822', buffer: message });
            await file_it();
            await page.waitForURL(/\/emails\/[0-9a-f]{32}$/);
            await page.getByRole('heading', { name: 'Attendance of both this term' }).waitFor();
            await main.getByText('Both were in on Monday.').waitFor();
            assert.equal(await main.locator('img, script').count(), 0);
            await main.getByText('School office <office@school.example>').waitFor();
            for (const title of ['register', 'plan', 'Attendance of both this term (as it came)'])
                await main.getByRole('link', { name: title, exact: true }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'email-desk');
        });
        await step('finds its attachments in the file of each', async () => {
            for (const one of [child, `${server.address}/children/${sibling}`]) {
                await page.goto(`${one}/documents`);
                await main.getByRole('link', { name: 'register', exact: true }).waitFor();
                await main.getByRole('link', { name: 'plan', exact: true }).waitFor();
            }
            await main.getByRole('link', { name: 'register', exact: true }).click();
            await main.getByText('Monday: in').waitFor();
            await main.getByRole('link', { name: 'This e-mail' }).click();
            await page.getByRole('heading', { name: 'Attendance of both this term' }).waitFor();
        });
        await step('files one that Outlook saved', async () => {
            const phone = await open({ width: 320 });
            await sign_in(phone, 'social worker');
            await phone.goto(`${child}/emails/add`);
            const bytes = fs.readFileSync(path.join(__dirname, '..', 'fixtures', 'mail', 'corpus', 'msg', 'plain.msg'));
            await phone.locator('#message').setInputFiles({ name: 'message.msg', mimeType: 'application/vnd.ms-outlook', buffer: bytes });
            await phone.getByRole('button', { name: 'File the e-mail' }).click();
            await phone.getByRole('heading', { name: 'Attendance' }).waitFor();
            await phone.getByText('Both were in.').waitFor();
            await axe_at_zero(phone);
            await screenshot(phone, 'email-phone');
        });
    },
};
