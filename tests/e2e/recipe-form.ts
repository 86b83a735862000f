import { expect, type Locator, type Page } from '@playwright/test';
import type { ParamSpec } from '#contract/definitions';
import type { RecipeStep } from '#contract/documents';
import { STEPS } from '#engine/clean/index';

/** Adds a step behind the others as a user does: from the menu, its form filled field by field. */
export async function addStep(page: Page, step: RecipeStep): Promise<void> {
  const definition = STEPS.find(({ id }) => id === step.step);
  if (definition === undefined) throw new Error(`unknown step ${step.step}`);
  const before = await page.locator('[data-step][data-kind]').count();
  await page.getByTestId('step-result').click();
  await page.getByTestId('recipe-add-step').click();
  await page.getByTestId('step-find').fill(definition.title.en);
  await page.getByTestId(`menu-${step.step}`).click();
  for (const spec of definition.params) {
    const value = step.params?.[spec.name];
    if (value !== undefined) await fill(page, page.getByTestId(`param-${spec.name}`), spec, value);
  }
  await page.getByTestId('step-apply').click();
  await expect(page.getByTestId(`step-${before + 1}`)).toHaveAttribute('data-kind', step.step);
}

async function fill(page: Page, field: Locator, spec: ParamSpec, value: unknown): Promise<void> {
  switch (spec.kind) {
    case 'expression':
    case 'text':
    case 'number':
      return field.locator('input, textarea').fill(String(value));
    case 'boolean':
      return field.getByRole('switch').setChecked(value === true, { force: true });
    case 'column':
    case 'dataset':
      return choose(page, field.getByRole('button'), String(value));
    case 'type':
      return choose(page, field.getByRole('button'), String(value), true);
    case 'choice': {
      const label = spec.options?.find((option) => option.value === value)?.label.en ?? '';
      const radio = field.getByRole('radio', { name: label, exact: true });
      if ((await radio.count()) > 0) return radio.click();
      return choose(page, field.getByRole('button'), label);
    }
    case 'columns':
    case 'datasets':
      for (const one of value as readonly string[]) {
        await pick(field.locator('.chip.dash'), page.getByRole('menuitem', { name: one, exact: true }));
      }
      return;
    case 'pairs':
      for (const [index, [left, right]] of (value as readonly (readonly [string, string])[]).entries()) {
        if (index > 0) await field.getByRole('button', { name: 'Line' }).click();
        const row = field.locator('.row').nth(index + 1);
        if (spec.pair?.left === 'column') await choose(page, row.getByRole('button').first(), left);
        else await row.locator('input').first().fill(left);
        await row.locator('input').last().fill(right);
      }
      return;
    default:
      throw new Error(`no way to fill ${spec.kind}`);
  }
}

async function choose(page: Page, button: Locator, option: string, anyCase = false): Promise<void> {
  await pick(button, page.getByRole('option', { name: anyCase ? new RegExp(`^${option}$`, 'i') : option, exact: !anyCase }));
}

/** Opens a list and takes one of it. A list closes when what it stands on is scrolled, as a click's own scrolling does on a busy machine. */
async function pick(button: Locator, item: Locator): Promise<void> {
  await expect(async () => {
    if (!(await item.isVisible())) await button.click({ timeout: 5_000 });
    await item.click({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}
