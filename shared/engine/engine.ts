import type { Handlers } from '#contract/methods';
import type { Ports } from './ports.ts';
import { applicationHandlers } from './workspace/handlers/application.ts';
import { changeHandlers } from './workspace/handlers/changes.ts';
import { chartHandlers } from './workspace/handlers/charts.ts';
import { checkHandlers } from './workspace/handlers/checks.ts';
import { datasetHandlers } from './workspace/handlers/datasets.ts';
import { exportHandlers } from './workspace/handlers/exports.ts';
import { facetHandlers } from './workspace/handlers/facets.ts';
import { historyHandlers } from './workspace/handlers/histories.ts';
import { importHandlers } from './workspace/handlers/imports.ts';
import { joinHandlers } from './workspace/handlers/joins.ts';
import { metricHandlers } from './workspace/handlers/measures.ts';
import { modelHandlers } from './workspace/handlers/models.ts';
import { planHandlers } from './workspace/handlers/plans.ts';
import { queryHandlers } from './workspace/handlers/queries.ts';
import { recipeHandlers } from './workspace/handlers/recipes.ts';
import { reportHandlers } from './workspace/handlers/reports.ts';
import { segmentHandlers } from './workspace/handlers/segments.ts';
import { templateHandlers } from './workspace/handlers/templates.ts';
import { Session } from './workspace/handlers/session.ts';
import { workspaceHandlers } from './workspace/handlers/workspaces.ts';

export interface Engine {
  readonly handlers: Handlers;
  /** Closes the workspace and gives its lock back. */
  close(): void;
}

/** The only public door of the engine: pure TypeScript behind it, the outside world in `ports`. */
export function createEngine(ports: Ports): Engine {
  const session = new Session(ports);
  const handlers: Handlers = {
    ...applicationHandlers(session),
    ...changeHandlers(session),
    ...chartHandlers(session),
    ...checkHandlers(session),
    ...datasetHandlers(session),
    ...exportHandlers(session),
    ...facetHandlers(session),
    ...historyHandlers(session),
    ...importHandlers(session),
    ...joinHandlers(session),
    ...metricHandlers(session),
    ...modelHandlers(session),
    ...planHandlers(session),
    ...queryHandlers(session),
    ...recipeHandlers(session),
    ...reportHandlers(session),
    ...segmentHandlers(session),
    ...templateHandlers(session),
    ...workspaceHandlers(session),
  };
  return { handlers, close: () => session.close() };
}
