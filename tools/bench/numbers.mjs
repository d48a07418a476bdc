/** The value below which a share of the numbers lies, by nearest rank; 0.5 is the median. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (numbers) => quantile(numbers, 0.5);

/** Median, 95th percentile and worst. */
export const spread = (numbers) => ({
  median: median(numbers),
  p95: quantile(numbers, 0.95),
  worst: Math.max(...numbers),
});
