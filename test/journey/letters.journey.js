'use strict';
// A letter to a parent: from the council's template, filled from the record, printed with its recipient and page x of y on each page.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const { axe_at_zero, keyboard_walk, printed, screenshot } = require('./page.js');

module.exports = {
    name: 'A worker writes to a parent, and prints the letter',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        let child = '';

        await step('an administrator makes a template, and is told of a place that there is none of', async () => {
            const office = await open();
            await sign_in(office, 'administrator');
            await office.goto(`${server.address}/letter-templates/add`);
            await office.getByLabel('Name of the template').fill('Invitation to a review');
            await office.getByLabel('Words').fill('Dear [recipient\'s name]\n\nOn [date of review] we meet about [child\'s name].\n\n[worker\'s name]');
            await office.getByRole('button', { name: 'Save' }).click();
            assert.match(await office.getByRole('alert').innerText(), /There is no place \[date of review\], in line 3/);
            await axe_at_zero(office);
            await office.getByLabel('Words').fill(`Dear [recipient's name]\n\nWe meet about [child's name].\n\n${'We will talk about school, health and home.\n\n'.repeat(40)}[worker's name]`);
            await office.getByRole('button', { name: 'Save' }).click();
            await office.getByRole('link', { name: 'Invitation to a review' }).waitFor();
            await axe_at_zero(office);
        });
        await step('a worker chooses it, and sees what was filled in from where', async () => {
            await sign_in(page, 'social worker');
            await page.goto(`${server.address}/people`);
            child = await main.locator('tbody a[href^="/children/"]').first().evaluate((link) => link.href);
            await page.goto(`${child}/letters/add`);
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Continue' }).click();
            await page.getByRole('alert').waitFor();
            await page.getByLabel('Who it is to').fill('Leila Hart');
            await page.getByLabel('Who they are to the child').fill('mother');
            await page.getByLabel('Address on the letter').fill('4 High Street\nAshcombe\nZZ1 1AA');
            await page.getByLabel('Template').selectOption({ label: 'Invitation to a review' });
            await page.getByRole('button', { name: 'Continue' }).click();
            await main.getByText('The child\'s record').first().waitFor();
            assert.match(await page.getByLabel('The letter', { exact: true }).inputValue(), /^Dear Leila Hart\n/);
            assert.equal(await page.getByLabel('What it is about').inputValue(), 'Invitation to a review');
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'letter-form');
        });
        await step('goes on with it on another device, where they left off', async () => {
            await page.getByLabel('What it is about').fill('Begun at the desk');
            await page.getByText(/^Saved \d\d:\d\d as your draft/).waitFor();
            const elsewhere = await open({ width: 320, height: 640 });
            await sign_in(elsewhere, 'social worker');
            await elsewhere.goto(`${child}/letters/add`);
            assert.equal(await elsewhere.getByLabel('What it is about').inputValue(), 'Begun at the desk');
            assert.match(await elsewhere.getByLabel('The letter', { exact: true }).inputValue(), /^Dear Leila Hart\n/);
            await axe_at_zero(elsewhere);
            await page.getByLabel('What it is about').fill('');
        });
        await step('saves it, having said what it is about', async () => {
            await page.getByRole('button', { name: 'Save the letter' }).click();
            await page.getByRole('alert').waitFor();
            await page.getByLabel('What it is about').fill('Review of the plan');
            await page.getByRole('button', { name: 'Save the letter' }).click();
            await page.waitForURL(/\/letters\/[0-9a-f]{32}$/);
            await page.getByRole('heading', { name: 'Review of the plan' }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'letter');
        });
        await step('prints it: recipient, reference and page x of y stand on each page, and no way about', async () => {
            const pages = await printed(page);
            assert.ok(pages.length >= 2, `${pages.length} pages`);
            pages.forEach((text, place) => {
                assert.match(text, /For Leila Hart \(mother\)\. Child's reference .*Printed/, `page ${place + 1}:\n${text}`);
                assert.match(text, new RegExp(`Page ${place + 1} of ${pages.length}`));
                assert.doesNotMatch(text, /Sign out|wrong child|Documents/);
            });
            assert.match(pages[0], /4 High Street/);
        });
        await step('prints the chronology for a solicitor, with the same on each page', async () => {
            await page.goto(`${child}/print`);
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            await page.getByRole('alert').waitFor();
            await page.getByLabel('Who it is for').fill('Grace Mensah');
            await page.getByLabel('Who they are to the child').fill('solicitor');
            await page.getByLabel('Name and date of birth').check();
            await page.getByLabel('Chronology').check();
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            const may_know = page.getByLabel('The recipient may know what it says of them');
            if (await may_know.count() > 0) {
                await may_know.check();
                await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            }
            await page.getByText('This is for Grace Mensah').waitFor();
            await axe_at_zero(page);
            const pages = await printed(page);
            pages.forEach((text, place) => {
                assert.match(text, /For Grace Mensah \(solicitor\)\./);
                assert.match(text, new RegExp(`Page ${place + 1} of ${pages.length}`));
            });
            await screenshot(page, 'print-for-somebody');
        });
        await step('prints the family for the school, with those alone whom the school may know of', async () => {
            await page.goto(`${child}/family`);
            await page.getByRole('link', { name: 'Print the family for somebody' }).click();
            const people = await page.getByRole('checkbox').count();
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            assert.match(await page.getByRole('alert').innerText(), /Enter who it is for.*Tick at least one person/s);
            await axe_at_zero(page);
            await page.getByLabel('Who it is for').fill('Ashcombe Primary School');
            await page.getByRole('checkbox').first().check();
            await screenshot(page, 'family-print-form');
            await page.getByRole('button', { name: 'Show what is to be printed' }).click();
            await page.getByText('This is for Ashcombe Primary School').waitFor();
            assert.equal(await main.locator('tbody tr').count(), 1, `one of ${people}`);
            await axe_at_zero(page);
            await screenshot(page, 'family-print');
            const pages = await printed(page);
            pages.forEach((text, place) => {
                assert.match(text, /For Ashcombe Primary School\. Child's reference/);
                assert.match(text, new RegExp(`Page ${place + 1} of ${pages.length}`));
            });
        });
        await step('prints what was recorded in full, on a phone', async () => {
            const phone = await open({ width: 320 });
            await sign_in(phone, 'social worker');
            await phone.goto(`${child}/print`);
            await phone.getByLabel('Who it is for').fill('Grace Mensah');
            await phone.getByLabel('What was recorded, in full').check();
            const show = () => phone.getByRole('button', { name: 'Show what is to be printed' }).click();
            await show();
            const may_know = phone.getByLabel('The recipient may know what it says of them');
            if (await may_know.count() > 0) {
                await axe_at_zero(phone);
                await may_know.check();
                await show();
            }
            await phone.getByText('This is for Grace Mensah').waitFor();
            await axe_at_zero(phone);
            await screenshot(phone, 'print-in-full-phone');
        });
        await step('an information governance officer takes the access log to an auditor, as a file for a spreadsheet', async () => {
            const office = await open();
            await sign_in(office, 'information governance officer');
            await office.goto(`${server.address}/access-log`);
            await office.getByRole('link', { name: 'Download for a spreadsheet' }).click();
            await axe_at_zero(office);
            const file = async () => {
                const [download] = await Promise.all([office.waitForEvent('download'), office.getByRole('button', { name: 'Download for a spreadsheet (CSV)' }).click()]);
                return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), 'utf8') };
            };
            await office.getByLabel('Who it is for').fill('Ann the auditor');
            const log = await file();
            assert.equal(log.name, 'access-log.csv');
            assert.match(log.text, /^\uFEFF"For Ann the auditor\. Made/);
            assert.match(log.text, /family printed for somebody/);
            await office.goto(`${server.address}/kinds/case_note/export`);
            await office.getByRole('button', { name: 'Download for a spreadsheet (CSV)' }).click();
            await office.getByRole('alert').waitFor();
            await axe_at_zero(office);
            await office.getByLabel('Who it is for').fill('Ann the auditor');
            await office.getByLabel('From (optional)').fill('20/3/2026');
            assert.match((await file()).text, /When,"Child's number",What\r\n/);
            await office.goto(`${server.address}/people`);
            await office.getByRole('link', { name: 'Download for a spreadsheet' }).click();
            await office.getByLabel('Who it is for').fill('Ann the auditor');
            const people = await file();
            assert.match(people.text, /"Number here",Born,Sex\r\n/);
            assert.ok(people.text.split('\r\n').length > 1500, 'Everybody stands in it, beyond what one line of the access log names.');
        });
    },
};
