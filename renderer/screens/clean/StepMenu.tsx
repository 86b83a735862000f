import { Plus, Search } from 'lucide-react';
import { Autocomplete, Button, Header, Input, Menu, MenuItem, MenuSection, MenuTrigger, Popover, SearchField, useFilter } from 'react-aria-components';
import { STEP_FAMILIES, type StepInfo } from '#contract/definitions';
import { useWords } from '../../i18n/index.ts';
import { StepIcon } from './StepIcon.tsx';

/** Every step, by family; typing finds one by its name or by what it does. */
export function StepMenu({ steps, onChoose }: { readonly steps: readonly StepInfo[]; onChoose(step: StepInfo): void }) {
  const { t, text } = useWords();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <MenuTrigger>
      <Button className="btn sm" data-testid="recipe-add-step">
        <Plus className="i s" aria-hidden="true" />
        {t('clean.addStep')}
      </Button>
      <Popover className="pop step-menu" offset={4} placement="bottom end">
        <Autocomplete filter={contains}>
          <SearchField aria-label={t('clean.findStep')} className="step-find" autoFocus>
            <Search className="i s t3" aria-hidden="true" />
            <Input placeholder={t('clean.findStep')} data-testid="step-find" />
          </SearchField>
          <Menu
            className="list"
            aria-label={t('clean.addStep')}
            renderEmptyState={() => <p className="t3 f12 pad">{t('clean.noStepFound')}</p>}
            onAction={(id) => {
              const step = steps.find((one) => one.id === id);
              if (step !== undefined) onChoose(step);
            }}
          >
            {STEP_FAMILIES.map((family) => (
              <MenuSection key={family}>
                <Header className="list-head">{t(`family.${family}`)}</Header>
                {steps
                  .filter((step) => step.family === family)
                  .map((step) => (
                    <MenuItem key={step.id} id={step.id} textValue={`${step.title.en} ${step.title.zh} ${text(step.help)}`} className="list-item" data-testid={`menu-${step.id}`}>
                      <StepIcon name={step.icon} />
                      <span className="el">{text(step.title)}</span>
                    </MenuItem>
                  ))}
              </MenuSection>
            ))}
          </Menu>
        </Autocomplete>
      </Popover>
    </MenuTrigger>
  );
}
