-- What rounds need beyond the tables.

-- 1. Lists and the matrix read observations by their number, drafts (which have none yet) last. One expression, so that
--    a page goes on after (number, id) by one range of the index.
CREATE INDEX observation_order ON observation (round_id, (coalesce(number, 2147483647)), id);
CREATE INDEX observation_order_of_opl ON observation (round_id, organisation_id, (coalesce(number, 2147483647)), id);

-- 2. What still stands between a round and its proposal, by the same rule as `outcomeGaps` of the domain: the index
--    holds only those, so that counting them costs the same at any size of the round.
CREATE INDEX observation_incomplete ON observation (round_id) WHERE
  number IS NOT NULL AND status IN ('received', 'proposed') AND (
    disposition IS NULL
    OR (disposition <> 'accepted' AND reason = '')
    OR (disposition IN ('accepted', 'partly_accepted') AND agreed_text = '')
    OR (disposition = 'answered_elsewhere' AND answered_by IS NULL)
  );

-- 3. The recipients of a round are a plan until it is opened: who is taken off the plan was never asked, so the row goes.
--    Afterwards nobody's answer is ever deleted.
CREATE FUNCTION refuse_unasking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM review_round WHERE id = OLD.round_id AND status <> 'preparing') THEN
    RAISE EXCEPTION 'The round was sent: its recipients stay' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER asked_for_good BEFORE DELETE ON round_response FOR EACH ROW EXECUTE FUNCTION refuse_unasking();

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    GRANT DELETE ON round_response TO portal_app;
  END IF;
END $$;
