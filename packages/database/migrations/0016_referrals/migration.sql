-- AlterTable
ALTER TABLE "observation" ADD COLUMN     "instruction" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "referred_at" TIMESTAMPTZ(3),
ADD COLUMN     "referred_by" TEXT,
ADD COLUMN     "referred_for" TEXT,
ADD COLUMN     "referred_to" TEXT;

-- CreateIndex
CREATE INDEX "observation_referred_to_round_id_idx" ON "observation"("referred_to", "round_id");

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_referred_to_fkey" FOREIGN KEY ("referred_to") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What only SQL can say.

-- 1. The area to which an observation is referred reads it beside what is published, and changes nothing but to propose.
DO $$
DECLARE
  scope constant text := '(SELECT current_setting(''app.scope'', true))';
  own constant text := 'organisation_id = (SELECT current_setting(''app.organisation_id'', true))';
  referred constant text := 'referred_to = (SELECT current_setting(''app.organisation_id'', true))';
  sent constant text := 'status NOT IN (''draft'', ''withdrawn'')';
  round constant text := 'EXISTS (SELECT FROM review_round AS r WHERE r.id = round_id AND ';
  published constant text := 'r.status IN (''published'', ''concluded'')';
  closed constant text := '(r.visibility = ''after_close'' AND r.status IN (''resolving'', ''validating'', ''conformity''))';
  seen constant text := '(CASE ' || scope
    || ' WHEN ''system'' THEN true'
    || ' WHEN ''everything'' THEN true'
    || ' WHEN ''received'' THEN ' || sent
    || ' WHEN ''referred'' THEN ' || sent || ' AND (%s' || round || published || '))'
    || ' WHEN ''published'' THEN ' || sent || ' AND ' || round || published || ')'
    || ' WHEN ''own'' THEN ' || own || ' OR (' || sent || ' AND ' || round || '(' || published || ' OR ' || closed || ')))'
    || ' ELSE false END)';
  writable constant text := '(CASE ' || scope
    || ' WHEN ''system'' THEN true'
    || ' WHEN ''received'' THEN ' || sent
    || ' WHEN ''referred'' THEN ' || referred || ' AND %s'
    || ' WHEN ''own'' THEN ' || own
    || ' ELSE false END)';
BEGIN
  EXECUTE 'ALTER POLICY seen ON observation USING ' || format(seen, 'coalesce(' || referred || ', false) OR ');
  EXECUTE 'ALTER POLICY seen ON observation_tally USING ' || format(seen, '');
  EXECUTE 'ALTER POLICY changed ON observation USING ' || format(writable, 'status IN (''referred'', ''proposed'')')
    || ' WITH CHECK ' || format(writable, 'status = ''proposed''');
END $$;

ALTER POLICY seen ON round_response
  USING ((SELECT current_setting('app.scope', true)) IN ('system', 'everything', 'received', 'referred', 'published', 'own'));

-- 2. An area that answers moves counters that it may not read itself: they are kept in the name of the tables' owner.
ALTER FUNCTION tally_observations() SECURITY DEFINER SET search_path FROM CURRENT;

-- 3. What is with an area has no outcome yet, whatever was proposed before.
DROP INDEX observation_incomplete;
CREATE INDEX observation_incomplete ON observation (round_id) WHERE
  number IS NOT NULL AND status IN ('received', 'referred', 'proposed') AND (
    status = 'referred'
    OR disposition IS NULL
    OR (disposition <> 'accepted' AND reason = '')
    OR (disposition IN ('accepted', 'partly_accepted') AND agreed_text = '')
    OR (disposition = 'answered_elsewhere' AND answered_by IS NULL)
  );
CREATE INDEX observation_with_area ON observation (round_id, referred_to) WHERE status = 'referred';
