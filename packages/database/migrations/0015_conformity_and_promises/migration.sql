-- AlterTable
ALTER TABLE "review_round" ADD COLUMN     "conformity_amount" INTEGER,
ADD COLUMN     "conformity_due" TIMESTAMPTZ(3),
ADD COLUMN     "conformity_kind" TEXT;

-- AlterTable
ALTER TABLE "round_deadline" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'answers';

-- AlterTable
ALTER TABLE "round_response" ADD COLUMN     "unreplied" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "observation" ADD COLUMN     "attended_in_id" UUID,
ADD COLUMN     "promise" TEXT,
ADD COLUMN     "promise_clause_id" UUID,
ADD COLUMN     "promise_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "replied_at" TIMESTAMPTZ(3),
ADD COLUMN     "replied_by" TEXT,
ADD COLUMN     "replied_for" TEXT,
ADD COLUMN     "reply" TEXT,
ADD COLUMN     "reply_reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "specification_version" ADD COLUMN     "published_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "promise_justification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version_id" UUID NOT NULL,
    "observation_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "by_for" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "promise_justification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "promise_justification_version_id_observation_id_id_idx" ON "promise_justification"("version_id", "observation_id", "id");

-- CreateIndex
CREATE INDEX "promise_justification_observation_id_idx" ON "promise_justification"("observation_id");

-- CreateIndex
CREATE INDEX "review_round_status_conformity_due_idx" ON "review_round"("status", "conformity_due");

-- CreateIndex
CREATE INDEX "observation_attended_in_id_idx" ON "observation"("attended_in_id");

-- CreateIndex
CREATE INDEX "observation_promise_clause_id_idx" ON "observation"("promise_clause_id");

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_attended_in_id_fkey" FOREIGN KEY ("attended_in_id") REFERENCES "specification_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_promise_clause_id_fkey" FOREIGN KEY ("promise_clause_id") REFERENCES "clause"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promise_justification" ADD CONSTRAINT "promise_justification_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "specification_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promise_justification" ADD CONSTRAINT "promise_justification_observation_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "observation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- While conformity is asked for, what others sent is as visible as between the close and the publication (decision 0007).
DO $$
DECLARE
  t text;
  sent constant text := 'status NOT IN (''draft'', ''withdrawn'')';
  own constant text := 'organisation_id = (SELECT current_setting(''app.organisation_id'', true))';
  round constant text := 'EXISTS (SELECT FROM review_round AS r WHERE r.id = round_id AND ';
  published constant text := 'r.status IN (''published'', ''concluded'')';
  closed constant text := '(r.visibility = ''after_close'' AND r.status IN (''resolving'', ''validating'', ''conformity''))';
BEGIN
  FOREACH t IN ARRAY ARRAY['observation', 'observation_tally'] LOOP
    EXECUTE format('ALTER POLICY seen ON %I USING (CASE (SELECT current_setting(''app.scope'', true))'
      || ' WHEN ''system'' THEN true'
      || ' WHEN ''everything'' THEN true'
      || ' WHEN ''received'' THEN ' || sent
      || ' WHEN ''published'' THEN ' || sent || ' AND ' || round || published || ')'
      || ' WHEN ''own'' THEN ' || own || ' OR (' || sent || ' AND ' || round || '(' || published || ' OR ' || closed || ')))'
      || ' ELSE false END)', t);
  END LOOP;
END $$;

-- Why a promise is not kept is evidence: appended, never rewritten.
CREATE TRIGGER appended_only BEFORE UPDATE OR DELETE ON promise_justification
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON promise_justification
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON promise_justification FROM portal_app;
  END IF;
END $$;
