-- What Prisma's schema can't say: the road of every act, evidence that nobody rewrites, counters that boards read,
-- and the application's role.

-- 1. The audit log. One call appends an event to its record's chain, takes the folio of a formal act and writes the
--    receipt: the folio's row is locked for the shortest time, from here to the commit.
CREATE FUNCTION append_event(
  p_record_kind text,
  p_record_id uuid,
  p_verb text,
  p_at timestamptz,
  p_person_id text,
  p_body text,
  -- Of a formal act only; null otherwise.
  p_folio_organisation text DEFAULT NULL,
  p_folio_kind text DEFAULT NULL,
  p_receipt_code text DEFAULT NULL,
  p_receipt_body text DEFAULT NULL
) RETURNS TABLE (event_id bigint, seq int, folio text, hash bytea)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_year int := extract(year FROM p_at AT TIME ZONE 'America/Mexico_City');
  v_last int;
  v_folio text;
  v_seq int;
  v_previous bytea;
  v_hash bytea;
  v_id bigint;
BEGIN
  INSERT INTO audit_chain AS c (record_id, record_kind, seq, hash)
  VALUES (p_record_id, p_record_kind, 0, decode(repeat('00', 32), 'hex'))
  ON CONFLICT (record_id) DO UPDATE SET seq = c.seq
  RETURNING c.seq, c.hash INTO v_seq, v_previous;
  v_seq := v_seq + 1;

  IF p_folio_organisation IS NOT NULL THEN
    INSERT INTO folio_counter AS f (organisation_id, kind, year, last)
    VALUES (p_folio_organisation, p_folio_kind, v_year, 1)
    ON CONFLICT (organisation_id, kind, year) DO UPDATE SET last = f.last + 1
    RETURNING f.last INTO v_last;
    v_folio := p_folio_kind || '/' || upper(p_folio_organisation) || '/' || v_year || '/' ||
      CASE WHEN v_last > 9999 THEN v_last::text ELSE lpad(v_last::text, 4, '0') END;
  END IF;

  v_hash := sha256(
    v_previous || int4send(v_seq) || convert_to(coalesce(v_folio, '') || chr(10) || p_body, 'UTF8')
  );

  INSERT INTO audit_event (record_id, seq, record_kind, verb, at, person_id, folio, body, hash)
  VALUES (p_record_id, v_seq, p_record_kind, p_verb, p_at, p_person_id, v_folio, p_body, v_hash)
  RETURNING id INTO v_id;

  UPDATE audit_chain SET seq = v_seq, hash = v_hash WHERE record_id = p_record_id;

  IF p_receipt_code IS NOT NULL THEN
    INSERT INTO receipt (folio, code, organisation_id, record_id, seq, at, body, hash)
    VALUES (v_folio, p_receipt_code, p_folio_organisation, p_record_id, v_seq, p_at, p_receipt_body,
      sha256(convert_to(v_folio || chr(10) || p_receipt_body, 'UTF8')));
  END IF;

  RETURN QUERY SELECT v_id, v_seq, v_folio, v_hash;
END $$;

-- 2. Evidence is appended, never rewritten, not even by the owner's ordinary statements.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is appended only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_event', 'audit_seal', 'audit_seal_head', 'receipt', 'round_deadline', 'resolution']
  LOOP
    EXECUTE format('CREATE TRIGGER appended_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', t);
  END LOOP;
END $$;

-- 3. Counters of observations per round, organisation, status, type and outcome. One statement, one delta; rows are
--    taken in the order of their key, so that two acts never wait for each other in a circle.
CREATE FUNCTION tally_observations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO observation_tally AS t (round_id, organisation_id, status, type, disposition, count)
    SELECT round_id, organisation_id, status, type, coalesce(disposition, ''), count(*)
    FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (round_id, organisation_id, status, type, disposition) DO UPDATE SET count = t.count + excluded.count;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO observation_tally AS t (round_id, organisation_id, status, type, disposition, count)
    SELECT round_id, organisation_id, status, type, disposition, sum(n) FROM (
      SELECT round_id, organisation_id, status, type, coalesce(disposition, '') AS disposition, 1 AS n FROM added
      UNION ALL
      SELECT round_id, organisation_id, status, type, coalesce(disposition, ''), -1 FROM removed
    ) AS delta GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (round_id, organisation_id, status, type, disposition) DO UPDATE SET count = t.count + excluded.count;
  ELSE
    INSERT INTO observation_tally AS t (round_id, organisation_id, status, type, disposition, count)
    SELECT round_id, organisation_id, status, type, coalesce(disposition, ''), -count(*)
    FROM removed GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (round_id, organisation_id, status, type, disposition) DO UPDATE SET count = t.count + excluded.count;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER tally_added AFTER INSERT ON observation
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_observations();
CREATE TRIGGER tally_changed AFTER UPDATE ON observation
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_observations();
CREATE TRIGGER tally_removed AFTER DELETE ON observation
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION tally_observations();

-- 4. Who is signed in is cached for seconds by each instance: a change of person, appointment or session drops it.
CREATE FUNCTION tell_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('identity', '');
  RETURN NULL;
END $$;

CREATE TRIGGER tell_person AFTER UPDATE OR DELETE ON person FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
CREATE TRIGGER tell_appointment AFTER INSERT OR UPDATE OR DELETE ON appointment
  FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
CREATE TRIGGER tell_session AFTER DELETE ON session FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
CREATE TRIGGER tell_organisation AFTER UPDATE ON organisation FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();

-- 5. An appointment has an end after its beginning, an observation a target of one kind.
ALTER TABLE appointment ADD CONSTRAINT appointment_days CHECK (until_day IS NULL OR until_day >= from_day);
ALTER TABLE observation ADD CONSTRAINT observation_target CHECK (
  CASE target_kind
    WHEN 'clause' THEN clause_id IS NOT NULL AND artwork_id IS NULL
    WHEN 'text' THEN clause_id IS NOT NULL AND artwork_id IS NULL AND text_start >= 0 AND text_end > text_start
    WHEN 'region' THEN artwork_id IS NOT NULL AND page >= 1 AND width > 0 AND height > 0
    ELSE false
  END
);

-- 6. The application's role: it may write what the slices write, but not rewrite evidence. Where the database does not
--    let us create roles the triggers above still hold.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    BEGIN
      CREATE ROLE portal_app NOLOGIN;
    EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
      NULL;
    END;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    GRANT USAGE ON SCHEMA public TO portal_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO portal_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO portal_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO portal_app;
    REVOKE UPDATE, DELETE, TRUNCATE ON audit_event, audit_seal, audit_seal_head, receipt, round_deadline, resolution
      FROM portal_app;
    REVOKE DELETE, TRUNCATE ON audit_chain, folio_counter, specification, specification_version, clause, artwork,
      review_round, round_response, upload, stored_file FROM portal_app;
    BEGIN
      EXECUTE format('GRANT portal_app TO %I', current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      NULL;
    END;
  END IF;
END $$;
