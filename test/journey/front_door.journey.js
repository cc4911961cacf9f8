'use strict';
// From a telephone call about three children to a closed assessment of all of them: a social worker takes the call, decides,
// assesses; a manager returns it once and authorises it; and each child's referral is closed.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot, weight, path_without_a_name } = require('./page.js');

const longest_page = 50 * 1024; // Bytes on the wire, style sheet and script included.
const siblings = ['Ottilie', 'Bertram', 'Wilhelmina'];

async function fill_today(group) {
    const today = new Date();
    await group.getByLabel('Day').fill(String(today.getDate()));
    await group.getByLabel('Month').fill(String(today.getMonth() + 1));
    await group.getByLabel('Year').fill(String(today.getFullYear()));
}

module.exports = {
    name: 'A contact to a closed assessment for three siblings',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const page = await open();
        const main = page.getByRole('main');
        const manager = await open();
        let contact = '';
        let assessment = '';

        await step('reads what waits at the front door, immediate danger first, then the one with least time left', async () => {
            await sign_in(page, 'social worker');
            await page.getByRole('link', { name: /^Front door/ }).first().click();
            await main.getByRole('heading', { name: 'Front door', level: 1 }).waitFor();
            assert.ok(await main.getByRole('row').count() > 1, 'No contact waits in the invented council.');
            await axe_at_zero(page);
            await screenshot(page, 'front-door');
        });
        await step('takes a call: searches as the caller speaks, and what was typed stays', async () => {
            await main.getByRole('button', { name: 'New contact' }).or(main.getByRole('link', { name: 'New contact' })).click();
            await axe_at_zero(page);
            await keyboard_walk(page);
            await page.getByLabel('What they are worried about').fill('Nobody collected them for the third time.');
            await page.getByLabel('Find people on record').fill('Featherstonehaugh');
            await page.getByRole('button', { name: 'Find' }).click();
            await main.getByText('Nobody else on record fits').waitFor();
            assert.equal(await page.getByLabel('What they are worried about').inputValue(), 'Nobody collected them for the third time.');
            await axe_at_zero(page);
        });
        await step('adds three children who are not on record, on the same screen', async () => {
            for (const [i, name] of siblings.entries()) {
                if (i === 0) await page.getByText('Add a child who is not on record').click();
                const child = page.getByRole('group', { name: `New child ${i + 1}` });
                await child.getByLabel('First name').fill(name);
                await child.getByLabel('Last name').fill('Featherstonehaugh');
                const born = child.getByRole('group', { name: 'Date of birth', exact: true });
                await born.getByLabel('Day').fill('5');
                await born.getByLabel('Month').fill('6');
                await born.getByLabel('Year').fill(String(2014 + i));
                await page.getByRole('button', { name: 'Find' }).click();
                await page.getByRole('group', { name: `New child ${i + 2}` }).waitFor();
            }
            await axe_at_zero(page);
        });
        await step('is told that a date is none, and nothing is lost', async () => {
            const child = page.getByRole('group', { name: 'New child 1' });
            await child.getByRole('group', { name: 'Date of birth', exact: true }).getByLabel('Day').fill('31');
            await page.getByRole('button', { name: 'Save the contact' }).click();
            await page.getByRole('alert').first().waitFor();
            assert.equal(await page.getByLabel('What they are worried about').inputValue(), 'Nobody collected them for the third time.');
            assert.equal(await page.getByRole('group', { name: 'New child 2' }).getByLabel('First name').inputValue(), siblings[1]);
            await axe_at_zero(page);
            await page.getByRole('group', { name: 'New child 1' }).getByRole('group', { name: 'Date of birth', exact: true }).getByLabel('Day').fill('5');
        });
        await step('decides, with why, and a referral opens for each child', async () => {
            await page.getByLabel('Who got in touch').selectOption({ label: 'School' });
            await page.getByLabel('No immediate danger').check();
            await page.getByLabel('Referral: assess').check();
            await page.getByLabel('Why', { exact: true }).fill('Three children, and nobody knows where the parents were.');
            await page.getByLabel('Primary need, where it becomes a referral').selectOption('N1');
            await page.getByRole('button', { name: 'Save the contact' }).click();
            await page.waitForURL(/\/contacts\/[0-9a-f]{32}$/);
            contact = page.url();
            assert.equal(await main.getByRole('link', { name: /^Open referral/ }).count(), 3);
            await axe_at_zero(page);
            await screenshot(page, 'contact');
            for (const address of await page.locator('a[href]').evaluateAll((links) => links.map((link) => new URL(link.href).pathname))) assert.match(address, path_without_a_name);
        });
        await step('begins one assessment for all three', async () => {
            await main.getByRole('link', { name: `${siblings[0]} Featherstonehaugh` }).first().click();
            await main.getByRole('button', { name: 'Begin the assessment' }).or(main.getByRole('link', { name: 'Begin the assessment' })).click();
            for (const name of siblings) assert.ok(await page.getByLabel(`${name} Featherstonehaugh`).isChecked(), name);
            await axe_at_zero(page);
            await page.getByRole('button', { name: 'Begin' }).click();
            await page.waitForURL(/\/assessments\/[0-9a-f]{32}\/write$/);
            assessment = page.url().replace(/\/write$/, '');
            await axe_at_zero(page);
        });
        await step('can\'t send it unfinished, and is told what is missing', async () => {
            await page.getByLabel('What will be looked at').fill('Mornings, school, who collects them.');
            await page.getByRole('button', { name: 'Save' }).click();
            await page.getByRole('button', { name: 'Send for authorisation' }).click();
            await page.getByRole('alert').first().waitFor();
            await main.getByText(`${siblings[2]} Featherstonehaugh: choose the outcome.`).first().waitFor();
            await axe_at_zero(page);
            await screenshot(page, 'assessment-missing');
        });
        await step('writes it, with each child\'s own part', async () => {
            await page.goto(`${assessment}/write`);
            await page.getByLabel('What the family says').fill('"We both thought the other would go."');
            await page.getByLabel('Analysis').fill('Two jobs and no plan; the children are well otherwise.');
            for (const name of siblings) {
                const child = page.getByRole('group', { name: `${name} Featherstonehaugh` });
                for (const when of ['Seen on', 'Seen alone on']) {
                    const day = child.getByRole('group', { name: when });
                    await fill_today(day);
                }
                await child.getByLabel('What the child says').fill('I waited by the gate.');
                await child.getByRole('checkbox').first().check();
                await child.getByLabel('Close, nothing further').check();
            }
            await page.getByRole('button', { name: 'Save' }).click();
            await page.getByRole('button', { name: 'Send for authorisation' }).click();
            await main.getByText('Sent for authorisation').first().waitFor();
            await axe_at_zero(page);
            assert.equal(await page.getByRole('button', { name: 'Authorise' }).count(), 0, 'Whoever wrote it is offered to authorise it.');
        });
        await step('a manager returns it with what to change', async () => {
            await sign_in(manager, 'team manager');
            await manager.getByRole('link', { name: /^Assessments/ }).first().click();
            await axe_at_zero(manager);
            await manager.getByRole('link', { name: new RegExp(siblings[0]) }).first().click();
            await axe_at_zero(manager);
            await manager.getByRole('button', { name: 'Return with what to change' }).click();
            await manager.getByRole('alert').first().waitFor();
            await manager.getByLabel('What you say about it').fill('Say who collects them from now on.');
            await manager.getByRole('button', { name: 'Return with what to change' }).click();
            await manager.getByText('To be changed:', { exact: true }).waitFor();
            await page.goto(assessment);
            await main.getByText('Say who collects them from now on.').first().waitFor();
        });
        await step('it is changed, sent and authorised', async () => {
            await page.goto(`${assessment}/write`);
            await page.getByLabel('Analysis').fill('Two jobs and no plan; the grandmother collects them from now on.');
            await page.getByRole('button', { name: 'Save' }).click();
            await page.getByRole('button', { name: 'Send for authorisation' }).click();
            await manager.goto(assessment);
            await manager.getByRole('button', { name: 'Authorise', exact: true }).click();
            await manager.getByRole('main').getByText('Authorised').first().waitFor();
            await axe_at_zero(manager);
            await screenshot(manager, 'assessment-authorised');
        });
        await step('each child\'s referral is closed with its reason', async () => {
            await page.goto(contact);
            const addresses = await main.getByRole('link', { name: /^Open referral/ }).evaluateAll((links) => links.map((link) => link.href));
            assert.equal(addresses.length, 3);
            for (const address of addresses) {
                await page.goto(`${address}/change`);
                const closed = page.getByRole('group', { name: 'Closed on' });
                await fill_today(closed);
                await page.getByLabel('Why it was closed').selectOption('RC8');
                await page.getByRole('button', { name: 'Save' }).click();
                await page.waitForURL(/\/items\/[0-9a-f]{32}\?saved/);
            }
            await page.goto(contact);
            assert.equal(await main.getByRole('link', { name: /^Open referral/ }).count(), 0);
        });
        await step('has light pages, on a phone and with scripts off too', async () => {
            const cookies = await page.context().cookies();
            for (const address of [contact, assessment, `${assessment}/write`, `${server.address}/front-door`, `${server.address}/front-door/decided`]) {
                const bytes = await weight(open, address, cookies);
                assert.ok(bytes < longest_page, `${address}: ${bytes} bytes`);
            }
            const phone = await open({ width: 320, height: 640, scripts: false });
            await sign_in(phone, 'social worker');
            for (const address of [contact, `${server.address}/front-door/contact`, `${server.address}/front-door/decided?decision=advice`]) {
                await phone.goto(address);
                await axe_at_zero(phone);
            }
            await screenshot(phone, 'front-door-phone');
        });
    },
};
