'use strict';
// A contact in the night is handed over, and the day team takes it over in the morning.

const assert = require('node:assert/strict');
const { axe_at_zero, screenshot } = require('./page.js');

module.exports = {
    name: 'A night contact is handed over to the day',
    server: 'demo',
    async walk({ step, open, sign_in, server }) {
        const night = await open();
        const main = night.getByRole('main');

        await step('the emergency duty team takes a contact about a child whose name nobody knows', async () => {
            await sign_in(night, 'social worker');
            await night.goto(`${server.address}/night`);
            await axe_at_zero(night);
            await night.goto(`${server.address}/front-door/contact`);
            await night.getByLabel('Children who are not on record').fill('A girl of about four, brought by the police from the station.');
            await night.getByLabel('What they are worried about').fill('She was alone.');
            await night.getByLabel('Taken out of hours, by the emergency duty team').check();
            await night.getByRole('button', { name: 'Save the contact' }).click();
            await night.waitForURL(/\/contacts\/[0-9a-f]{32}$/);
            await axe_at_zero(night);
        });
        await step('hands over what must be done in the morning', async () => {
            await night.goto(`${night.url()}/hand-over`);
            await axe_at_zero(night);
            await night.getByRole('button', { name: 'Hand over' }).click();
            await night.getByRole('alert').first().waitFor();
            await axe_at_zero(night);
            await night.getByLabel('What was done in the night').fill('She sleeps at a foster home.');
            await night.getByLabel('What must be done today').fill('Find out who she is.');
            await night.getByLabel('By when').fill('by 10:00');
            await night.getByRole('button', { name: 'Hand over' }).click();
            await night.waitForURL(/\/night$/);
            await main.getByText('Find out who she is.').waitFor();
            await axe_at_zero(night);
            await screenshot(night, 'night');
        });
        await step('the day team takes it over with one button', async () => {
            const day = await open({ width: 320, height: 640 });
            const person = await sign_in(day, 'team manager');
            await day.goto(`${server.address}/night`);
            const before = await day.getByRole('button', { name: 'Take over' }).count();
            assert.ok(before > 0);
            await day.getByRole('button', { name: 'Take over' }).last().click();
            await day.getByText('Taken over in the last day').waitFor();
            assert.equal(await day.getByRole('button', { name: 'Take over' }).count(), before - 1);
            assert.ok(person.name.length > 0);
            await axe_at_zero(day);
        });
    },
};
