declare module 'subset-font' {
  /** Cuts a font down to the characters of `text`. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: {readonly targetFormat?: 'truetype' | 'woff' | 'woff2'; readonly keepFeatures?: readonly string[]},
  ): Promise<Buffer>;
}
