-- CreateTable
CREATE TABLE "audit_stamp" (
    "seal_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "token" BYTEA NOT NULL,

    CONSTRAINT "audit_stamp_pkey" PRIMARY KEY ("seal_id")
);

-- CreateTable
CREATE TABLE "issued_file" (
    "sha256" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "folio" TEXT,
    "round_id" UUID,
    "matrix_hash" CHAR(64),

    CONSTRAINT "issued_file_pkey" PRIMARY KEY ("sha256")
);

-- AddForeignKey
ALTER TABLE "audit_stamp" ADD CONSTRAINT "audit_stamp_seal_id_fkey" FOREIGN KEY ("seal_id") REFERENCES "audit_seal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issued_file" ADD CONSTRAINT "issued_file_folio_fkey" FOREIGN KEY ("folio") REFERENCES "receipt"("folio") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issued_file" ADD CONSTRAINT "issued_file_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an authority outside said, and what the portal handed out, stays as it was.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_stamp', 'issued_file']
  LOOP
    EXECUTE format('CREATE TRIGGER appended_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', t);
  END LOOP;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON audit_stamp, issued_file FROM portal_app;
  END IF;
END $$;
