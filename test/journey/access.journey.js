'use strict';
// A restricted child at the front door: found to exist, opened in an emergency, and the manager's look at it. Then brothers and
// sisters are given a worker at once, and their worker finds them at home.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot } = require('./page.js');

module.exports = {
    name: 'A restricted record is opened in an emergency, and brothers and sisters get a worker',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const front_door = await open();
        const manager = await open();
        const governance = await open({ width: 320 });
        const main = (page) => page.getByRole('main');
        let child = '';
        let name = '';
        let worker = '';

        await step('information governance restricts a record', async () => {
            await sign_in(governance, 'information governance officer');
            await governance.goto(`${server.address}/people`);
            const first = main(governance).locator('tbody a[href^="/children/"]').first();
            child = await first.evaluate((link) => link.href);
            name = (await first.innerText()).trim();
            await governance.goto(child);
            await main(governance).getByRole('link', { name: 'Who may see this record' }).click();
            await axe_at_zero(governance);
            await screenshot(governance, 'access-guards-phone');
            if (await governance.getByRole('button', { name: 'Lift the restriction' }).count() === 0) {
                await governance.getByRole('button', { name: 'Restrict this record' }).click();
                await governance.getByRole('alert').waitFor();
                await axe_at_zero(governance);
                await governance.getByLabel('Whom to ring').fill('Fatima Noor, 01632 960001');
                await governance.getByLabel('Why it is restricted').fill('A parent works at the council.');
                await governance.getByRole('button', { name: 'Restrict this record' }).click();
                await governance.getByRole('button', { name: 'Lift the restriction' }).waitFor();
            }
        });
        await step('the front door learns that it exists and whom to ring, and never whose it is', async () => {
            await sign_in(front_door, 'front door social worker');
            const answer = await front_door.goto(child);
            assert.equal(answer.status(), 403);
            await front_door.getByText('This record is restricted.').waitFor();
            await front_door.goto(`${child}/emergency`);
            await front_door.getByText('Ring ').first().waitFor();
            await axe_at_zero(front_door);
            await keyboard_walk(front_door);
            await screenshot(front_door, 'access-emergency');
        });
        await step('takes a call about the child, searches, and is told whom to ring instead of making a second record', async () => {
            await front_door.goto(`${server.address}/front-door/contact`);
            await front_door.getByLabel('What they are worried about').fill('He came to school without a coat again.');
            await front_door.getByLabel('Find people on record').fill(name);
            await front_door.getByRole('button', { name: 'Find' }).click();
            await main(front_door).getByText(/There is (also )?a record that you may not open/).waitFor();
            await main(front_door).getByText(/Ring .+01632 960/).first().waitFor();
            assert.equal(await main(front_door).locator(`input[name=child][value="${child.split('/').pop()}"]`).count(), 0, 'The page offers the restricted record.');
            assert.equal(await front_door.getByLabel('What they are worried about').inputValue(), 'He came to school without a coat again.');
            await axe_at_zero(front_door);
            await screenshot(front_door, 'access-front-door');
        });
        await step('says why, and reads it for a day', async () => {
            await front_door.goto(`${child}/emergency`);
            await front_door.getByRole('button', { name: 'Open the record for a day' }).click();
            await front_door.getByRole('alert').waitFor();
            await axe_at_zero(front_door);
            await front_door.getByLabel('Why you need to open this record now').fill('Police have the child at the station and ask who is safe to call.');
            await front_door.getByRole('button', { name: 'Open the record for a day' }).click();
            await front_door.waitForURL(child);
            await front_door.getByText(/Emergency access until/).first().waitFor();
            await axe_at_zero(front_door);
        });
        await step('a social worker without a part in it finds nothing there', async () => {
            const other = await open();
            await sign_in(other, 'business support officer');
            assert.equal((await other.goto(child)).status(), 404);
        });
        await step('the service manager finds it at home, sees what was opened, and says that it was right', async () => {
            await sign_in(manager, 'service manager');
            await manager.getByRole('link', { name: /opened in an emergency: look at why/ }).click();
            await axe_at_zero(manager);
            await main(manager).locator('a[href^="/emergency-access/"]').first().click();
            await manager.getByText('Police have the child at the station').waitFor();
            await manager.getByText("child's page").first().waitFor();
            await axe_at_zero(manager);
            await screenshot(manager, 'access-review');
            await manager.getByRole('button', { name: 'Save what you found' }).click();
            await manager.getByRole('alert').waitFor();
            await manager.getByLabel('It was right to open the record').check();
            await manager.getByLabel('What you found, and what follows').fill('Right: the child was safe within the hour.');
            await manager.getByRole('button', { name: 'Save what you found' }).click();
            await manager.waitForURL(/\/emergency-access$/);
            await main(manager).getByRole('cell', { name: 'It was right to open the record' }).first().waitFor();
        });
        await step('governance sees who has looked', async () => {
            await governance.goto(`${child}/looked`);
            await main(governance).getByRole('table').waitFor();
            await axe_at_zero(governance);
            await governance.goto(`${server.address}/access-log`);
            await axe_at_zero(governance);
            await screenshot(governance, 'access-log-phone');
            await governance.goto(`${child}/access`);
            await governance.getByRole('button', { name: 'Lift the restriction' }).click();
            await governance.getByRole('button', { name: 'Restrict this record' }).waitFor();
        });
        await step('a manager looks at the board', async () => {
            const page = await open();
            await sign_in(page, 'team manager');
            await page.goto(`${server.address}/board`);
            await page.getByRole('heading', { level: 1 }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'board');
            worker = await main(page).locator('a[href^="/board/workers/"]').first().evaluate((link) => link.href);
            await page.goto(worker);
            await axe_at_zero(page);
        });
        await step('and gives brothers and sisters a worker at once', async () => {
            const page = await open();
            await sign_in(page, 'team manager');
            await page.goto(`${server.address}/people?order=age`);
            const children = await main(page).locator('tbody a[href^="/children/"]').evaluateAll((links) => links.map((link) => link.href));
            for (const one of children) {
                await page.goto(`${one}/workers`);
                if (await page.getByLabel('As', { exact: true }).count() > 0 && await page.locator('input[name=also]').count() > 0) break;
            }
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Allocate' }).click();
            await page.getByRole('alert').waitFor();
            await axe_at_zero(page);
            for (const box of await page.locator('input[name=also]').all()) await box.check();
            const chosen = await page.getByLabel('Who', { exact: true }).locator('option').nth(2).getAttribute('value');
            await page.getByLabel('Who', { exact: true }).selectOption(chosen);
            await page.getByLabel('As', { exact: true }).selectOption('family_support_worker');
            await page.getByLabel('Why', { exact: true }).fill('Practical help at home');
            await page.getByRole('button', { name: 'Allocate' }).click();
            await main(page).getByRole('cell', { name: 'Family support worker' }).first().waitFor();
            await screenshot(page, 'access-workers');
            await axe_at_zero(page);
        });
        await step('a social worker finds their own children at home', async () => {
            const page = await open({ width: 320 });
            await sign_in(page, 'social worker');
            await page.getByText(/My children/).first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'home-phone');
            await page.setViewportSize({ width: 1280, height: 900 });
            await screenshot(page, 'home');
        });
        await step('the administrator keeps the teams', async () => {
            const page = await open();
            await sign_in(page, 'administrator');
            await page.goto(`${server.address}/teams`);
            await axe_at_zero(page);
            await page.getByLabel('Name').fill('Kinship');
            await page.getByRole('button', { name: 'Add the team' }).click();
            await page.getByRole('heading', { name: 'Kinship' }).waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'team');
        });
    },
};
