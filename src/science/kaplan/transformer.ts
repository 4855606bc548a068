import {CONTEXT} from './tokens.ts';
import {VOCABULARY} from './vocabulary.ts';

/** Rows of the embedding: entries of the vocabulary, and positions of the context (Kaplan et al. 2020, section 2). */
const EMBEDDED = VOCABULARY + CONTEXT;

/** What the number of parameters depends on. */
export interface TransformerSize {
  readonly layers: number;
  /** d_model; d_attn is the same. */
  readonly width: number;
  /** d_ff; four times d_model without. */
  readonly feedForward?: number;
}

/** Parameters of a model with and without its embeddings. */
export interface ParameterCount {
  readonly params: number;
  readonly paramsNonEmbedding: number;
}

/**
 * N = 2 d_model n_layer (2 d_attn + d_ff) without embeddings, which is 12 n_layer d_model^2 in the usual shape, and (n_vocab + n_ctx) d_model
 * more with them (Kaplan et al. 2020, section 2.1 and table 1). A model without layers keeps the gain and bias of its last
 * normalisation, 2 d_model, which the paper's N leaves out.
 */
export function parametersOf({layers, width, feedForward = 4 * width}: TransformerSize): ParameterCount {
  const paramsNonEmbedding = layers === 0 ? 2 * width : 2 * width * layers * (2 * width + feedForward);
  return {params: paramsNonEmbedding + EMBEDDED * width, paramsNonEmbedding};
}
