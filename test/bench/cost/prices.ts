/**
 * List prices in dollars, us-east-1, on demand, without free tiers, as of November 2026:
 * https://aws.amazon.com/dynamodb/pricing/on-demand · https://aws.amazon.com/step-functions/pricing ·
 * https://aws.amazon.com/lambda/pricing (arm64) · https://aws.amazon.com/api-gateway/pricing (HTTP API)
 */
export const PRICES = {
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  transition: 25e-6,
  apiCall: 1e-6,
  functionCall: 0.2e-6,
} as const;
