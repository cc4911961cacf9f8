'use strict';
// A teacher who can't sign in tells the front door about a child; then somebody sends too many.

const assert = require('node:assert/strict');
const { axe_at_zero, keyboard_walk, screenshot, weight } = require('./page.js');

const longest_page = 50 * 1024; // Bytes on the wire, style sheet and script included.

async function fill(page) {
    await page.getByLabel('Your name and role').fill('Jo Marsh, head of year');
    await page.getByLabel('Your organisation').fill('Hill School');
    await page.getByLabel('What sort of organisation it is').selectOption({ label: 'School' });
    await page.getByLabel('How to reach you').fill('01632 960001');
    await page.getByLabel('Which children, and what you know of them').fill('A boy in year four');
    await page.getByLabel('What you are worried about').fill('He is hungry every Monday.');
    await page.getByLabel('No immediate danger').check();
}

module.exports = {
    name: 'A professional who can\'t sign in sends the public form',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const teacher = await open({ width: 320, height: 640, scripts: false });
        const main = teacher.getByRole('main');
        let reference = '';

        await step('opens the form on a phone with scripts off', async () => {
            await teacher.goto(`${server.address}/refer`);
            await main.getByText('ring 999').waitFor();
            await axe_at_zero(teacher);
            await screenshot(teacher, 'public-form');
        });
        await step('is told what is missing, and what was typed stays', async () => {
            await teacher.getByLabel('Your organisation').fill('Hill School');
            await teacher.getByRole('button', { name: 'Send' }).click();
            await teacher.getByRole('alert').first().waitFor();
            assert.match(await teacher.title(), /^Error: /);
            assert.equal(await teacher.getByLabel('Your organisation').inputValue(), 'Hill School');
            await axe_at_zero(teacher);
        });
        await step('sends it and is told a reference and what happens next', async () => {
            await fill(teacher);
            await teacher.waitForTimeout(3200); // Quicker than that is a machine.
            await teacher.getByRole('button', { name: 'Send' }).click();
            await teacher.waitForURL(/\/refer\/sent\//);
            reference = new URL(teacher.url()).pathname.split('/').pop();
            assert.match(reference, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
            await main.getByText('What happens next').waitFor();
            await axe_at_zero(teacher);
        });
        await step('works with the keyboard, wide, and is light', async () => {
            const wide = await open();
            await wide.goto(`${server.address}/refer`);
            await keyboard_walk(wide);
            await axe_at_zero(wide);
            const bytes = await weight(open, `${server.address}/refer`);
            assert.ok(bytes < longest_page, `${bytes} bytes`);
        });
        await step('it waits at the front door, and nobody has checked who sent it', async () => {
            const duty = await open();
            await sign_in(duty, 'social worker');
            await duty.goto(`${server.address}/front-door`);
            await duty.getByRole('row').filter({ hasText: 'Hill School' }).getByRole('link').first().click();
            await duty.getByText(reference).waitFor();
            await duty.getByText('Nobody has checked who sent it').waitFor();
            await axe_at_zero(duty);
        });
        await step('too many from one address are told to ring', async () => {
            const flood = await open({ scripts: false });
            for (let i = 0; i < 12; i += 1) {
                await flood.goto(`${server.address}/refer`);
                await fill(flood);
                await flood.waitForTimeout(3100);
                await flood.getByRole('button', { name: 'Send' }).click();
                if (!flood.url().includes('/sent/')) break;
            }
            await flood.getByText('Too many forms have been sent').waitFor();
            await flood.getByText('01632 960100').first().waitFor();
            assert.equal(await flood.getByLabel('What you are worried about').inputValue(), 'He is hungry every Monday.');
            await axe_at_zero(flood);
        });
    },
};
