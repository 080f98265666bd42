-- Row-level security under the API's own conditions: what one OPL wrote is not even there for another. Who asks stands in
-- two settings that last for one statement or transaction; without them nothing is visible. The API's conditions say
-- the same (`visible-observations.ts`); this is what remains when one of them is forgotten.

-- 1. Observations and their counters, read as `canSeeObservation` of the domain. Each setting is read once a statement.
DO $$
DECLARE
  t text;
  scope constant text := '(SELECT current_setting(''app.scope'', true))';
  own constant text := 'organisation_id = (SELECT current_setting(''app.organisation_id'', true))';
  sent constant text := 'status NOT IN (''draft'', ''withdrawn'')';
  round constant text := 'EXISTS (SELECT FROM review_round AS r WHERE r.id = round_id AND ';
  published constant text := 'r.status IN (''published'', ''concluded'')';
  closed constant text := '(r.visibility = ''after_close'' AND r.status IN (''resolving'', ''validating''))';
  writable text;
BEGIN
  FOREACH t IN ARRAY ARRAY['observation', 'observation_tally'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING (CASE ' || scope
      || ' WHEN ''system'' THEN true'
      || ' WHEN ''everything'' THEN true'
      || ' WHEN ''received'' THEN ' || sent
      || ' WHEN ''published'' THEN ' || sent || ' AND ' || round || published || ')'
      || ' WHEN ''own'' THEN ' || own || ' OR (' || sent || ' AND ' || round || '(' || published || ' OR ' || closed || ')))'
      || ' ELSE false END)', t);
    writable := '(CASE ' || scope
      || ' WHEN ''system'' THEN true'
      || ' WHEN ''received'' THEN ' || sent
      || ' WHEN ''own'' THEN ' || own
      || ' ELSE false END)';
    EXECUTE format('CREATE POLICY added ON %I FOR INSERT WITH CHECK ' || writable, t);
    EXECUTE format('CREATE POLICY changed ON %I FOR UPDATE USING ' || writable || ' WITH CHECK ' || writable, t);
  END LOOP;
END $$;

-- 2. Answers: whose turn it is in a round follows from all of them, so whoever asks in somebody's name reads them;
--    another OPL's is never written.
ALTER TABLE round_response ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON round_response FOR SELECT
  USING ((SELECT current_setting('app.scope', true)) IN ('system', 'everything', 'received', 'published', 'own'));

DO $$
DECLARE
  writable constant text := '(CASE (SELECT current_setting(''app.scope'', true))'
    || ' WHEN ''system'' THEN true WHEN ''received'' THEN true'
    || ' WHEN ''own'' THEN organisation_id = (SELECT current_setting(''app.organisation_id'', true))'
    || ' ELSE false END)';
BEGIN
  EXECUTE 'CREATE POLICY added ON round_response FOR INSERT WITH CHECK ' || writable;
  EXECUTE 'CREATE POLICY changed ON round_response FOR UPDATE USING ' || writable || ' WITH CHECK ' || writable;
  EXECUTE 'CREATE POLICY removed ON round_response FOR DELETE USING ' || writable;
END $$;
