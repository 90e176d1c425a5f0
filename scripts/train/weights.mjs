// Weights → one printable character each.

const HALF = 44;

/** Rounds weights to 89 levels around zero; the step is chosen so that one weight in ten thousand is cut off. */
export function encodeWeights(weights, zero) {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const most = sizes[Math.floor(sizes.length * 0.9999)] || 1;
  const step = Number((most / HALF).toPrecision(4));
  let text = '';
  for (const weight of weights)
    text += String.fromCharCode(zero + Math.max(-HALF, Math.min(HALF, Math.round(weight / step))));
  return { text, step };
}
