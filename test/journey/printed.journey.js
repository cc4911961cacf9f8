'use strict';
// What went out of the record to whom; and the front door's list in another order, narrowed down and taken away.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'Printed for somebody, and a list of the front door taken away',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const worker = await open();
        const main = (page) => page.getByRole('main');
        let child = '';

        await step('a worker opens the page of a child of theirs', async () => {
            await sign_in(worker, 'social worker');
            child = await main(worker).locator('tbody a[href^="/children/"]').first().evaluate((link) => link.href);
        });

        await step('a print for somebody stands on the child’s record once, however often it is loaded', async () => {
            await worker.goto(`${child}/print`);
            await worker.getByLabel('Who it is for').fill('Ann Reed');
            await worker.getByLabel('Name and date of birth').check();
            await worker.getByRole('button', { name: 'Show what is to be printed' }).click();
            await worker.getByText('This is for Ann Reed').waitFor();
            await worker.reload();
            await worker.goto(child);
            await worker.getByRole('link', { name: 'What was printed and sent' }).click();
            assert.equal(await main(worker).getByRole('row').filter({ hasText: 'Ann Reed' }).count(), 1);
            await axe_at_zero(worker);
            await keyboard_walk(worker);
            await screenshot(worker, 'printed-and-sent');
            await main(worker).getByRole('link', { name: 'Download for a spreadsheet' }).click();
            await worker.getByRole('button', { name: 'Download for a spreadsheet (CSV)' }).click();
            await worker.getByRole('alert').waitFor();
            await axe_at_zero(worker);
        });
        await step('information governance sees all that went out, on a phone too', async () => {
            const governance = await open({ width: 390 });
            await sign_in(governance, 'information governance officer');
            await governance.goto(`${server.address}/made`);
            await main(governance).getByRole('row').filter({ hasText: 'Ann Reed' }).first().waitFor();
            await axe_at_zero(governance);
            await screenshot(governance, 'printed-and-sent-phone');
        });
        await step('the front door’s list is sorted, narrowed down and taken away', async () => {
            await worker.goto(`${server.address}/front-door?order=came&age=past`);
            await axe_at_zero(worker);
            await worker.goto(`${server.address}/front-door?order=came`);
            await axe_at_zero(worker);
            await screenshot(worker, 'front-door-sorted');
            const download = main(worker).getByRole('link', { name: 'Download for a spreadsheet' });
            if (await download.count() > 0) {
                await download.click();
                await axe_at_zero(worker);
                await worker.getByLabel('Who it is for').fill('The board');
                const [file] = await Promise.all([worker.waitForEvent('download'), worker.getByRole('button', { name: 'Download for a spreadsheet (CSV)' }).click()]);
                assert.equal(file.suggestedFilename(), 'contacts-waiting.csv');
            }
        });
    },
};
