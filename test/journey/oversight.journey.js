'use strict';
// What a worker may not decide alone is asked of a manager, sent back, asked again and agreed; a reviewing officer challenges, and takes it further.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

const main = (page) => page.getByRole('main');

module.exports = {
    name: 'A decision that was asked for, and a challenge',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        let child = '';
        let asked = '';
        const to = async (page, address) => page.goto(`${server.address}${address}`);
        /// The first colleague in the list of those who may answer whose role that is.
        const choose_role = async (page, label, role) => {
            const options = await page.getByLabel(label).locator('option').allInnerTexts();
            const wanted = options.find((words) => words.endsWith(`, ${role}`));
            assert.ok(wanted, `${role} is among ${options.join(' / ')}`);
            await page.getByLabel(label).selectOption({ label: wanted });
            return wanted.split(',')[0];
        };
        /// A few choices are buttons, more are a list.
        const choose = async (page, label, words) => {
            const button = main(page).getByLabel(words, { exact: true });
            if (await button.count()) await button.check();
            else await main(page).getByLabel(label).selectOption({ label: words });
        };
        const manager = await open();
        await step('a manager signs in', async () => {
            await sign_in(manager, 'team manager');
        });
        const worker = await open({ width: 390, height: 844 });
        await step('a social worker asks for a decision, on a phone', async () => {
            await sign_in(worker, 'social worker');
            await to(worker, '/');
            child = await main(worker).locator('tbody a[href^="/children/"]').first().getAttribute('href');
            await to(worker, child);
            await main(worker).getByRole('link', { name: 'Ask for a decision' }).click();
            await worker.getByRole('heading', { level: 1, name: 'Ask for a decision' }).waitFor();
            await axe_at_zero(worker);
            await main(worker).getByRole('button', { name: 'Ask', exact: true }).click();
            await worker.getByText('There is a problem').waitFor();
            await axe_at_zero(worker);
            await choose(worker, 'What it is about', 'Money or a package of support');
            await main(worker).getByLabel('What you ask for, and why').fill('Three weeks at the holiday club: it is where she eats.');
            await choose_role(worker, 'Who decides', 'Team manager');
            await screenshot(worker, 'oversight-ask');
            await main(worker).getByRole('button', { name: 'Ask', exact: true }).click();
            await worker.waitForURL(/\/asked\/[0-9a-f]{32}/);
            asked = new URL(worker.url()).pathname;
            await worker.getByText('Three weeks at the holiday club').waitFor();
            assert.equal(await worker.getByRole('button', { name: 'Save', exact: true }).count(), 0, 'nobody answers what they asked themselves');
            await axe_at_zero(worker);
        });
        await step('the child’s page says that it waits, and for whom', async () => {
            await to(worker, child);
            await main(worker).getByRole('heading', { name: 'Decisions and challenges' }).waitFor();
            await axe_at_zero(worker);
        });
        await step('a manager sends it back, and what they wrote would not be lost', async () => {
            await to(manager, asked);
            await choose(manager, 'Decision', 'Sent back: more is needed first');
            await main(manager).getByRole('button', { name: 'Save', exact: true }).click();
            await manager.getByText('Enter: Why, and on what conditions').first().waitFor();
            await axe_at_zero(manager);
            await main(manager).getByLabel('Why, and on what conditions').fill('Ask the school first whether they pay.');
            await main(manager).getByRole('button', { name: 'Save', exact: true }).click();
            await manager.waitForURL(/\?saved/);
            await to(manager, asked);
            await keyboard_walk(manager);
            await screenshot(manager, 'oversight-sent-back');
        });
        await step('who asked finds it on their first page, completes it and asks again', async () => {
            await to(worker, '/');
            await main(worker).getByRole('heading', { name: 'Answers to what you asked' }).waitFor();
            await main(worker).locator(`a[href="${asked}"]`).click();
            await worker.getByRole('button', { name: 'Complete it and ask again' }).or(worker.getByRole('link', { name: 'Complete it and ask again' })).first().click();
            await worker.getByText('Ask the school first whether they pay.').waitFor();
            await main(worker).getByLabel('What you ask for, and why').fill('Three weeks at the holiday club: it is where she eats. The school pays for one.');
            await main(worker).getByRole('button', { name: 'Ask', exact: true }).click();
            await worker.waitForURL(/\/asked\/[0-9a-f]{32}\?saved/);
            await worker.getByText('The school pays for one.').waitFor();
        });
        await step('and it is agreed, on conditions, without scripts', async () => {
            const plain = await open({ width: 320, height: 640, scripts: false });
            await sign_in(plain, 'team manager');
            await to(plain, asked);
            await choose(plain, 'Decision', 'Agreed, on conditions');
            await main(plain).getByLabel('Why, and on what conditions').fill('For two weeks; tell me at the review what it changed.');
            await main(plain).getByRole('button', { name: 'Save', exact: true }).click();
            await plain.getByText('Saved.', { exact: true }).waitFor();
            await axe_at_zero(plain);
            await screenshot(plain, 'oversight-agreed');
            await to(worker, '/asked');
            await worker.getByText('Agreed, on conditions').first().waitFor();
            await axe_at_zero(worker);
        });
        await step('somebody challenges what was done, and takes it further than the first who was asked', async () => {
            await to(worker, child);
            await main(worker).getByRole('link', { name: 'Challenge something' }).click();
            await choose(worker, 'As what you challenge', 'Somebody who works with the child');
            await choose(worker, 'How far up', 'With the team manager');
            await main(worker).getByLabel('What you challenge, and what it means for the child').fill('The bed that was promised in March has not come. She sleeps on the sofa.');
            await main(worker).getByLabel('What should happen instead, and by when').fill('A bed by Friday.');
            await choose_role(worker, 'Who must answer', 'Team manager');
            await main(worker).getByRole('button', { name: 'Ask', exact: true }).click();
            await worker.waitForURL(/\/asked\/[0-9a-f]{32}/);
            const first = new URL(worker.url()).pathname;
            await main(worker).getByRole('link', { name: 'Take it further' }).click();
            await worker.getByRole('heading', { level: 1, name: 'Take it further' }).waitFor();
            assert.match(await main(worker).getByLabel('What you challenge, and what it means for the child').inputValue(), /sleeps on the sofa/);
            const stage = main(worker).getByLabel('With the service manager', { exact: true });
            if (await stage.count()) assert.ok(await stage.isChecked(), 'the next stage is chosen');
            else assert.equal(await main(worker).getByLabel('How far up').inputValue(), 'service_manager', 'the next stage is chosen');
            await choose_role(worker, 'Who must answer', 'Service manager');
            await main(worker).getByRole('button', { name: 'Ask', exact: true }).click();
            await worker.waitForURL((url) => /\/asked\/[0-9a-f]{32}/.test(url.pathname) && url.pathname !== first);
            await axe_at_zero(worker);
            const second = new URL(worker.url()).pathname;
            const boss = await open();
            await sign_in(boss, 'service manager');
            await to(boss, second);
            await choose(boss, 'Answer', 'Accepted: it will be done');
            await main(boss).getByLabel('What will be done, or why not').fill('It is ordered today and comes on Thursday.');
            await main(boss).getByRole('button', { name: 'Save', exact: true }).click();
            await boss.getByText('Saved.', { exact: true }).waitFor();
            await to(worker, second);
            await main(worker).getByRole('button', { name: 'The answer settles it' }).click();
            await worker.getByText('Settled').first().waitFor();
            assert.equal(await main(worker).getByRole('button', { name: 'The answer settles it' }).count(), 0);
        });
    },
};
