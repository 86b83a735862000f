import { createEngine, type Engine } from '#engine/engine';
import { createNodePorts, type NodePortsOptions } from './ports.ts';

/** The engine over Node: what all three hosts start. */
export function createNodeEngine(options: NodePortsOptions): Engine {
  return createEngine(createNodePorts(options));
}
