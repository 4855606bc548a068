import {jsonSchema} from '../../config/schema/config.ts';
import type {Effects} from '../effects.ts';
import {NAMES} from '../names.ts';

/** Text of the published JSON Schema of a config. */
export function schemaText(): string {
  return `${JSON.stringify(jsonSchema(NAMES), null, 2)}\n`;
}

/** Prints the JSON Schema of a config. */
export async function schema({stdout}: Effects): Promise<number> {
  stdout.write(schemaText());
  return 0;
}
