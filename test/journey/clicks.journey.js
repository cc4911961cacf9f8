'use strict';
// docs/guide/clicks.md says how many presses and keys each of the commonest tasks takes. Here they are taken, and counted: a page that
// asks for one more is found, and one that asks for less puts the guide right.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { Hand } = require('./hand.js');

const guide = path.join(__dirname, '..', '..', 'docs', 'guide', 'clicks.md');

const message = Buffer.from('From: School office <office@school.example>\r\nTo: A worker <worker@council.example>\r\nSubject: Attendance\r\n'
    + 'Date: Tue, 3 Mar 2026 14:02:00 +0000\r\n\r\nBoth were in on Monday.\r\n');

/// What the guide says, by task: "| Finding a child from half a name | 0 | 9 | …".
function said() {
    const rows = fs.readFileSync(guide, 'utf8').matchAll(/^\| ([^|]+?) \| (\d+) \| (\d+) \|/gm);
    return new Map([...rows].map(([, task, clicks, keys]) => [task, { clicks: Number(clicks), keys: Number(keys) }]));
}

module.exports = {
    name: 'The commonest tasks take as many presses and keys as the guide says',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const expected = said();
        const walked = new Set();
        const page = await open();
        const manager = await open();
        const main = page.getByRole('main');
        let child = '';
        let given = '';
        let family = '';

        const task = (name, on, does) => step(name, async () => {
            const hand = new Hand(on);
            await does(hand);
            walked.add(name);
            assert.deepEqual({ clicks: hand.clicks, keys: hand.keys }, expected.get(name), `docs/guide/clicks.md on "${name}"`);
        });

        await step('signs in, and looks for a child with brothers and sisters', async () => {
            await sign_in(page, 'social worker');
            const children = await main.locator('tbody a[href^="/children/"]').evaluateAll((links) => links.map((link) => [link.href, link.textContent.trim()]));
            for (const [address, name] of children) {
                await page.goto(`${address}/note`);
                if (await page.locator('input[name=saw]').count() < 3) continue;
                [child, [given, family]] = [address, name.split(' ')];
                break;
            }
            assert.ok(child, 'No child of this worker has two brothers or sisters.');
            await page.goto(`${server.address}/`);
        });
        await task('Finding a child from half a name', page, async (hand) => {
            await hand.key('/');
            await hand.keys_of(`${family.slice(0, 4)} ${given.slice(0, 2)}`.toLowerCase());
            await page.getByRole('option').first().waitFor();
            await hand.key('ArrowDown');
            await hand.key('Enter');
            await page.waitForURL(/\/children\/[0-9a-f]{32}$/);
        });
        await page.goto(child);
        await task('Note of a visit to three brothers and sisters', page, async (hand) => {
            await hand.key('n');
            await page.getByLabel('What happened').waitFor();
            for (const i of [0, 1, 2]) await hand.press(page.locator('input[name=alone]').nth(i));
            await hand.own_words(page.getByLabel('What happened'), 'All three were at the table with their homework.');
            await hand.press(page.getByRole('button', { name: 'Save', exact: true }));
            await page.waitForURL(/\?saved=1$/);
        });
        await page.goto(`${server.address}/`);
        await task('A contact to its decision', page, async (hand) => {
            await hand.key('g');
            await hand.key('f');
            await page.waitForURL(/\/front-door$/);
            await hand.press(main.getByRole('link', { name: 'New contact' }));
            await hand.type(page.getByLabel('Find people on record'), `${family.slice(0, 4)} ${given.slice(0, 3)}`.toLowerCase());
            await hand.key('Enter');
            await hand.press(page.getByRole('group', { name: 'Tick the children whom it is about' }).getByRole('checkbox').first());
            await hand.choose(page.getByLabel('Who got in touch'), { label: 'School' });
            await hand.own_words(page.getByLabel('What they are worried about'), 'Came to school without a coat all week, and says that nobody is up in the morning.');
            await hand.press(page.getByLabel('No immediate danger'));
            await hand.press(page.getByLabel('Referral: assess'));
            await hand.own_words(page.getByLabel('Why', { exact: true }), 'The third time this term.');
            await hand.choose(page.getByLabel('Primary need, where it becomes a referral'), 'N1');
            await hand.press(page.getByRole('button', { name: 'Save the contact' }));
            await page.waitForURL(/\/contacts\/[0-9a-f]{32}$/);
        });
        await task('Filing an e-mail in the files of two children', page, async (hand) => {
            await page.goto(child);
            await hand.press(page.getByRole('link', { name: 'File an e-mail' }).first());
            const chooser = page.waitForEvent('filechooser');
            await hand.press(page.locator('#message'));
            await (await chooser).setFiles({ name: 'message.eml', mimeType: 'message/rfc822', buffer: message });
            hand.clicks += 1; // The message is pressed in the list of files.
            await hand.press(page.getByRole('checkbox').first());
            await hand.press(page.getByRole('button', { name: 'File the e-mail' }));
            await page.waitForURL(/\/emails\/[0-9a-f]{32}/);
        });
        await page.goto(child);
        await task('A missing child, from the report to the interview held', page, async (hand) => {
            await hand.press(page.getByRole('link', { name: 'Times missing' }));
            await hand.press(main.getByRole('button', { name: 'Report missing' }).or(main.getByRole('link', { name: 'Report missing' })));
            await hand.press(page.getByRole('button', { name: 'Save', exact: true }).last());
            await hand.press(main.getByRole('button', { name: /^Found/ }));
            await hand.press(main.getByRole('button', { name: 'Offered just now' }));
            await hand.press(main.getByRole('button', { name: 'They agreed' }));
            await hand.press(main.getByRole('button', { name: 'Record the interview' }).or(main.getByRole('link', { name: 'Record the interview' })));
            await hand.own_words(page.getByLabel('What the child said, in their own words'), 'I was at Dee\'s. Nobody asked.');
            await hand.press(page.getByRole('radio', { name: 'Nothing changes, because' }));
            await hand.own_words(page.getByLabel('What changed, or why nothing does'), 'The plan says it already.');
            await hand.press(page.getByRole('button', { name: 'Save', exact: true }).last());
            await page.waitForURL(/\/missing\/[0-9a-f]{32}#interview$/);
        });
        await step('back on the page of a child who is open to the service', async () => page.goto(child));
        await task('Strategy discussion to section 47 enquiry', page, async (hand) => {
            await hand.press(page.getByRole('link', { name: 'write down a strategy discussion' }));
            await hand.own_words(page.getByLabel('Who leads it'), 'Jo Marsh, team manager on duty');
            await hand.press(page.getByRole('button', { name: 'Save, it was held already' }));
            await hand.own_words(page.getByLabel('What was known and said'), 'School saw bruises on the arm.');
            await hand.own_words(page.getByLabel('What was decided, and why'), 'Reasonable cause: what was said of the marks does not fit.');
            await hand.press(main.locator('input[name$="strategy_outcome"][value=enquiry_single]'));
            await hand.press(page.getByRole('button', { name: 'Save', exact: true }).last());
            await page.waitForURL(/\/meetings\/[0-9a-f]{32}$/);
            await main.getByText('Section 47 enquiry').first().waitFor();
        });
        await step('a team manager begins the day', async () => {
            await sign_in(manager, 'team manager');
            await manager.goto(`${server.address}/`);
        });
        await task('Giving a waiting child a worker', manager, async (hand) => {
            await hand.key('g');
            await hand.key('b');
            await manager.waitForURL(/\/board$/);
            await hand.press(manager.locator('input[name=child]').first());
            await hand.choose(manager.getByLabel('Worker', { exact: true }), { index: 1 });
            await hand.own_words(manager.getByLabel('Why this worker'), 'Has room, and knows the school.');
            await hand.press(manager.getByRole('button', { name: 'Allocate' }));
            await manager.waitForURL(/\/board\?team=/);
            await manager.getByText(/now works with 1 child more/).waitFor();
        });
        await task('Authorising an assessment', manager, async (hand) => {
            await hand.press(manager.getByRole('link', { name: /^Assessments/ }).first());
            await hand.press(manager.getByRole('main').locator('a[href^="/assessments/"]').first());
            await hand.press(manager.getByRole('button', { name: 'Authorise', exact: true }));
            await manager.getByRole('main').getByText('Authorised').first().waitFor();
        });
        await step('on the page of a child whom the team has', async () => manager.goto(child));
        await task('Supervision about a child', manager, async (hand) => {
            await hand.press(manager.getByText('Record something', { exact: true }).first());
            await hand.press(manager.getByRole('link', { name: 'Supervision about a child' }).first());
            await hand.type(manager.getByLabel('Day', { exact: true }).last(), '3');
            await hand.type(manager.getByLabel('Month', { exact: true }).last(), '3');
            await hand.type(manager.getByLabel('Year', { exact: true }).last(), '2026');
            await hand.own_words(manager.getByLabel('What was decided, and who does what by when'), 'The worker sees each child alone before Friday.');
            await hand.press(manager.getByRole('button', { name: 'Save', exact: true }).last());
            await manager.waitForURL(/\/items\/[0-9a-f]{32}/);
        });
        await step('the guide names no task that nobody walked', async () => {
            assert.deepEqual([...expected.keys()].sort(), [...walked].sort());
        });
    },
};
