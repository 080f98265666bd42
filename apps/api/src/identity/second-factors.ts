const totpOf = (person: string) =>
  `EXISTS (SELECT FROM totp AS t WHERE t.person_id = ${person}.id AND t.secret IS NOT NULL)`
const passkeyOf = (person: string) => `EXISTS (SELECT FROM passkey AS k WHERE k.person_id = ${person}.id)`

/** SQL condition on a row of persons: they have a second factor to show. */
export const hasSecondFactor = (person: string): string => `(${totpOf(person)} OR ${passkeyOf(person)})`

/**
 * SQL of the second factors of a person `p`, and of what the policy asks under a role `a.role`: one row of `totp`, `passkey`,
 * `widened`, `exempt`.
 */
export const SECOND_FACTORS_OF = `
  SELECT ${totpOf('p')} AS totp, ${passkeyOf('p')} AS passkey,
    EXISTS (SELECT FROM second_factor_role AS r WHERE r.role = a.role) AS widened,
    EXISTS (SELECT FROM second_factor_exemption) AS exempt`
