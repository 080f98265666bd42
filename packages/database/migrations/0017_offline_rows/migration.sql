-- CreateTable
CREATE TABLE "offline_row" (
    "response_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "observation_id" UUID NOT NULL,
    "record_version" INTEGER NOT NULL,
    "upload_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offline_row_pkey" PRIMARY KEY ("response_id","row_id")
);

-- CreateIndex
CREATE INDEX "offline_row_observation_id_idx" ON "offline_row"("observation_id");

-- CreateIndex
CREATE INDEX "offline_row_upload_id_idx" ON "offline_row"("upload_id");

-- AddForeignKey
ALTER TABLE "offline_row" ADD CONSTRAINT "offline_row_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "round_response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offline_row" ADD CONSTRAINT "offline_row_observation_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "observation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offline_row" ADD CONSTRAINT "offline_row_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Row-level security, as of the answers to which the rows belong: of another OPL they are not there.
ALTER TABLE offline_row ENABLE ROW LEVEL SECURITY;

DO $$
DECLARE
  scope constant text := '(SELECT current_setting(''app.scope'', true))';
  own constant text := 'organisation_id = (SELECT current_setting(''app.organisation_id'', true))';
  writable constant text := '(CASE ' || scope || ' WHEN ''system'' THEN true WHEN ''own'' THEN ' || own || ' ELSE false END)';
BEGIN
  EXECUTE 'CREATE POLICY seen ON offline_row FOR SELECT USING (CASE ' || scope
    || ' WHEN ''system'' THEN true WHEN ''everything'' THEN true WHEN ''own'' THEN ' || own || ' ELSE false END)';
  EXECUTE 'CREATE POLICY added ON offline_row FOR INSERT WITH CHECK ' || writable;
  EXECUTE 'CREATE POLICY changed ON offline_row FOR UPDATE USING ' || writable || ' WITH CHECK ' || writable;
END $$;
