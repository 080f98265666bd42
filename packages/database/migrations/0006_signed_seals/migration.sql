-- AlterTable
ALTER TABLE "audit_seal" ADD COLUMN     "key_id" TEXT,
ADD COLUMN     "signature" BYTEA;

-- CreateTable
CREATE TABLE "seal_key" (
    "id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "position" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "introduced_by" TEXT,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "seal_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "seal_key_position_key" ON "seal_key"("position");

-- AddForeignKey
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "seal_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A key that is on record stays there: seals are checked with it for ever.
CREATE TRIGGER appended_only BEFORE UPDATE OR DELETE ON seal_key FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON seal_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON seal_key FROM portal_app;
  END IF;
END $$;
