// Weights → one printable character each.

/** Rounds weights to 89 levels around zero; the step is chosen so that one weight in ten thousand is cut off. */
export function encodeWeights(weights, alphabet) {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const most = sizes[Math.floor(sizes.length * 0.9999)] || 1;
  const half = (alphabet.length - 1) / 2;
  const step = Number((most / half).toPrecision(4));
  let text = '';
  for (const weight of weights) text += alphabet[half + Math.max(-half, Math.min(half, Math.round(weight / step)))];
  return { text, step };
}
