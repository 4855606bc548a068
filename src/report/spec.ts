import type {TopLevelSpec} from 'vega-lite';
import {THEME} from './theme.ts';

type Concat = Extract<TopLevelSpec, {concat: unknown}>;

/** One panel of a figure. */
export type Panel = Extract<Concat['concat'][number], {layer: unknown}>;

/** One layer of a panel. */
export type Layer = Panel['layer'][number];

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

/**
 * A whole figure: panels in rows of `columns`, with its theme inside so that the spec needs nothing else. `beside` is how far texts go
 * beyond the right edge of a panel, pixels: a page that changes the width of panels leaves them that room.
 */
export function panels(title: string, columns: number, concat: readonly Panel[], beside = 0): TopLevelSpec {
  return {
    $schema: SCHEMA,
    title: {text: title, fontSize: 15, offset: 12},
    config: THEME,
    columns,
    spacing: {row: 22, column: 26},
    concat: [...concat],
    resolve: {scale: {color: 'shared'}},
    ...(beside > 0 ? {usermeta: {beside}} : {}),
  };
}

/** A figure in one frame, whose marks are placed in pixels from its upper left corner. */
export function picture(title: string, width: number, height: number, layer: readonly Layer[]): TopLevelSpec {
  return {
    $schema: SCHEMA,
    title: {text: title, fontSize: 15, offset: 12},
    config: THEME,
    width,
    height,
    view: {stroke: null},
    layer: [...layer],
  };
}
