'use strict';
// A performance analyst brings in a return, then one that says otherwise in four ways, and answers what it asks; every answer
// is seen in the record, and one that was wrong is taken back.

const assert = require('node:assert/strict');
const path = require('node:path');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

const fixtures = path.join(__dirname, '..', 'fixtures', 'returns', 'journey');
const in_an_address = /^\/[/0-9a-z_-]*(\?[a-z_0-9=&-]*)?$/; // Random ids and keys, nothing personal.

module.exports = {
    name: 'A performance analyst answers what an import asks',
    server: 'returns',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        const imports = () => page.goto(`${server.address}/imports`);
        const questions = () => page.goto(`${server.address}/imports/questions`);
        const bring_in = (files) => server.command('import', 'ssda903', path.join(fixtures, files), '--year', '2025');
        const save = () => page.getByRole('button', { name: 'Save the answer' }).click();
        const open_question = async (child) => {
            await questions();
            await main.getByRole('row').filter({ hasText: child }).getByRole('link').first().click();
        };

        await step('reads how a return is brought in, while there is none', async () => {
            await sign_in(page, 'performance analyst');
            await page.getByRole('link', { name: 'Imports', exact: true }).click();
            await main.getByText('No return has been brought in yet').waitFor();
            await axe_at_zero(page);
            await questions();
            await main.getByText('No row waits for an answer').waitFor();
            await axe_at_zero(page);
        });
        await step('brings in a first return, and reads what became of its rows', async () => {
            const first = bring_in('first');
            assert.equal(first.code, 0, first.said);
            await imports();
            await main.getByRole('heading', { name: /SSDA903 return 2024-25/ }).waitFor();
            assert.deepEqual(await main.getByRole('row', { name: /^In all/ }).getByRole('cell').allInnerTexts(), ['10', '10', '0', '0', '0', '0', '0']);
            await axe_at_zero(page);
        });
        await step('a social worker changes two entries that came with it', async () => {
            const worker = await open();
            await sign_in(worker, 'social worker');
            const open_entry = async (child, kind) => {
                await worker.goto(`${server.address}/people`);
                await worker.getByRole('link', { name: child }).click();
                await worker.getByRole('main').getByRole('link', { name: kind }).first().click();
                await worker.getByRole('link', { name: 'Change', exact: true }).or(worker.getByRole('button', { name: 'Change' })).first().click();
            };
            await open_entry('Child 900002', 'Looked-after episode');
            await worker.locator('#placement').selectOption('U1');
            await worker.getByRole('button', { name: 'Save' }).click();
            await worker.waitForURL(/\/items\/[0-9a-f]{32}\?saved/);
            await open_entry('Child 900003', 'Looked-after review');
            await worker.locator('#childs_part').selectOption('PN3');
            await worker.getByRole('button', { name: 'Save' }).click();
            await worker.waitForURL(/\/items\/[0-9a-f]{32}\?saved/);
        });
        await step('brings in a second one that says otherwise, and is told how many rows wait and where', async () => {
            const second = bring_in('second');
            assert.equal(second.code, 1, second.said);
            assert.match(second.said, /questions wait for a person to decide.*\/imports/);
            await imports();
            await page.getByRole('link', { name: /^Imports \(\d+ waiting\)$/ }).waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'imports');
            await main.getByRole('link', { name: /^Answer the questions/ }).or(main.getByRole('button', { name: /^Answer the questions/ })).first().click();
        });
        await step('reads what waits, by child, and keeps one reason at an address that can be kept', async () => {
            for (const child of ['Child 900001', 'Child 900002', 'Child 900003', 'Child 900004']) await main.getByRole('link', { name: child, exact: true }).first().waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'questions');
            const all = await main.getByRole('row').count();
            await main.getByText('Filter', { exact: true }).first().click();
            await axe_at_zero(page);
            await page.getByLabel('Why it waits').selectOption({ label: 'May be an earlier entry, put right (1)' });
            await page.getByRole('button', { name: 'Apply filters' }).click();
            assert.equal(await main.getByRole('row').count(), 2);
            assert.ok(all > 2);
            await axe_at_zero(page);
            await page.reload();
            assert.equal(await main.getByRole('row').count(), 2);
            await page.getByRole('link', { name: 'Clear filters' }).click();
            assert.equal(await main.getByRole('row').count(), all);
        });
        await step('sees a birth date of the file beside the record\'s, and answers with the keyboard alone', async () => {
            await open_question('Another birth date');
            assert.doesNotMatch(await page.title(), /900001/);
            await main.getByRole('cell', { name: 'Tue 27 March 2012' }).waitFor();
            await main.getByRole('cell', { name: 'Wed 28 March 2012' }).waitFor();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await screenshot(page, 'question-birth-date');
            await save();
            await page.getByRole('alert').waitFor();
            assert.match(await page.title(), /^Error: /);
            await axe_at_zero(page);
            await page.getByRole('radio').first().focus();
            await page.keyboard.press('Space');
            await page.keyboard.press('Enter');
            await main.getByText('Saved: The file is right').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'question-saved');
        });
        await step('goes on to the next question, the child\'s other row, and records it', async () => {
            await main.getByRole('button', { name: 'Next question' }).or(main.getByRole('link', { name: 'Next question' })).first().click();
            await main.getByText('another row of this child raised a question').waitFor();
            await page.getByRole('radio').first().check();
            await save();
            await main.getByText(/^Saved:/).waitFor();
            await main.getByRole('link', { name: /^See it/ }).click();
            await axe_at_zero(page);
            await page.getByRole('link', { name: 'Everything recorded about who they are' }).click();
            await main.getByText('Wed 28 March 2012').first().waitFor();
        });
        await step('keeps what the social worker changed', async () => {
            await open_question('Changed in the record since it came');
            await main.getByText(/by Tom Reed/).first().waitFor();
            await screenshot(page, 'question-edited');
            await page.getByLabel('The record is right').check();
            await save();
            await main.getByText('Saved: The record is right').waitFor();
        });
        await step('lets a review that is gone from the return be marked so', async () => {
            await open_question('Gone from the file');
            await axe_at_zero(page);
            await screenshot(page, 'question-gone');
            await page.getByLabel(/^The file is right/).check();
            await save();
            await main.getByRole('link', { name: /^See it/ }).click();
            await main.getByRole('link', { name: 'Looked-after review' }).click();
            await main.getByText('was filed again without it').waitFor();
        });
        await step('makes one of two entries whose date was corrected', async () => {
            await open_question('May be an earlier entry');
            await main.getByText('Mon 9 September 2024').waitFor();
            await main.getByText('Tue 10 September 2024').waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'question-corrected');
            await page.getByLabel(/^They are the same/).check();
            await save();
            await main.getByText('No more questions wait here').waitFor();
            await page.goto(`${server.address}/people`);
            await page.getByRole('link', { name: 'Child 900004' }).click();
            assert.equal(await main.getByRole('listitem').getByRole('heading', { name: 'Looked-after episode' }).count(), 1);
            await main.getByText('Tue 10 September 2024').first().waitFor();
        });
        await step('takes an answer back that was wrong, with scripts off on a phone, and answers again', async () => {
            const phone = await open({ width: 320, height: 640, scripts: false });
            const there = phone.getByRole('main');
            await sign_in(phone, 'second analyst');
            await phone.goto(`${server.address}/imports/questions?state=answered`);
            await axe_at_zero(phone);
            await there.getByRole('row').filter({ hasText: 'May be an earlier entry' }).getByRole('link').first().click();
            await there.getByText('What was decided').waitFor();
            await axe_at_zero(phone);
            await phone.getByRole('button', { name: 'Take the answer back' }).click();
            await there.getByText('The question waits again').waitFor();
            await axe_at_zero(phone);
            await screenshot(phone, 'question-phone');
            await phone.getByLabel(/^They are two different things/).check();
            await phone.getByRole('button', { name: 'Save the answer' }).click();
            await there.getByText('Saved: They are two different things').waitFor();
            await phone.goto(`${server.address}/people`);
            await phone.getByRole('link', { name: 'Child 900004' }).click();
            assert.equal(await there.getByRole('listitem').getByRole('heading', { name: 'Looked-after episode' }).count(), 2);
        });
        await step('two who answer at once: the second is told what the first decided', async () => {
            await page.goto(`${server.address}/imports/questions?state=answered`);
            await main.getByRole('row').filter({ hasText: 'Changed in the record' }).getByRole('link').first().click();
            await page.getByRole('button', { name: 'Take the answer back' }).click();
            const question = page.url().replace(/\?.*/, '');
            const other = await open();
            await sign_in(other, 'second analyst');
            await other.goto(question);
            await other.getByLabel('The file is right').check();
            await other.getByRole('button', { name: 'Save the answer' }).click();
            await other.getByText('Saved: The file is right').waitFor();
            await page.getByLabel('The record is right').check();
            await save();
            await main.getByText('Somebody answered this question before you').first().waitFor();
            await main.getByText(/decided .* by Omar Said/).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'question-second');
        });
        await step('finds nothing personal in any address', async () => {
            for (const there of ['/imports', '/imports/questions', '/imports/questions?state=answered']) {
                await page.goto(`${server.address}${there}`);
                const addresses = await page.locator('a[href]').evaluateAll((links) => links.map((link) => new URL(link.href).pathname + new URL(link.href).search));
                for (const address of addresses) {
                    assert.match(address, in_an_address);
                    assert.doesNotMatch(address.replace(/[0-9a-f]{32}/g, ''), /90000/);
                }
            }
        });
        await step('nothing more is asked when the same files come again', async () => {
            const again = bring_in('second');
            assert.equal(again.code, 0, again.said);
            await questions();
            await main.getByText('No row waits for an answer').waitFor();
        });
        await step('an administrator reads the figures and no question', async () => {
            const administrator = await open();
            await sign_in(administrator, 'administrator');
            await administrator.getByRole('link', { name: 'Imports', exact: true }).click();
            await administrator.getByRole('heading', { name: /SSDA903 return/ }).first().waitFor();
            await axe_at_zero(administrator);
            assert.equal((await administrator.goto(`${server.address}/imports/questions`)).status(), 403);
        });
    },
};
