// Numbers → one printable character each.

const HALF = 44;

/** Rounds numbers to 89 levels around zero, of which `most` is the last; what is greater is cut off. */
export function encodeLevels(numbers, most, zero) {
  const step = Number((most / HALF).toPrecision(4));
  let text = '';
  for (const number of numbers)
    text += String.fromCharCode(zero + Math.max(-HALF, Math.min(HALF, Math.round(number / step))));
  return { text, step };
}

/** Encodes weights so that one in ten thousand is cut off. */
export function encodeWeights(weights, zero) {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  return encodeLevels(weights, sizes[Math.floor(sizes.length * 0.9999)] || 1, zero);
}
