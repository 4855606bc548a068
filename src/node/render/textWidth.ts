import {type Faces, faceOf} from './fonts.ts';

/** What vega says of a text when it asks for its width. */
export interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

/** Width of a text in pixels, from the advance widths of its glyphs. */
export function textWidth(faces: Faces): (item: TextItem, text: unknown) => number {
  return ({fontSize = 11, fontWeight}, text) => {
    const bold = fontWeight === 'bold' || Number(fontWeight) >= 600;
    let width = 0;
    for (const character of String(text ?? '')) {
      const codePoint = character.codePointAt(0)!;
      const {advances, missing} = faceOf(faces, codePoint, bold);
      width += advances.get(codePoint) ?? missing;
    }
    return width * fontSize;
  };
}
