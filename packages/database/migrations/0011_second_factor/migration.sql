-- AlterTable
ALTER TABLE "session" ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "second_factor" TEXT;

-- CreateTable
CREATE TABLE "totp" (
    "person_id" TEXT NOT NULL,
    "secret" BYTEA,
    "confirmed_at" TIMESTAMPTZ(3),
    "offered_secret" BYTEA,
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "totp_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor_role" (
    "role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "second_factor_role_pkey" PRIMARY KEY ("role")
);

-- CreateTable
CREATE TABLE "second_factor_exemption" (
    "reason" TEXT NOT NULL,

    CONSTRAINT "second_factor_exemption_pkey" PRIMARY KEY ("reason")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_person_id_hash_key" ON "recovery_code"("person_id", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_person_id_idx" ON "passkey"("person_id");

-- AddForeignKey
ALTER TABLE "totp" ADD CONSTRAINT "totp_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 1. What the columns may hold.
ALTER TABLE session ADD CONSTRAINT session_method CHECK (method IN ('password', 'passkey', 'sso'));
ALTER TABLE session ADD CONSTRAINT session_second_factor
  CHECK (second_factor IN ('totp', 'recovery_code', 'passkey', 'provider'));
ALTER TABLE totp ADD CONSTRAINT totp_confirmed CHECK ((secret IS NULL) = (confirmed_at IS NULL));

-- 2. Instances cache who is signed in and what they still have to show: they hear when that changes.
CREATE TRIGGER tell_second_factor AFTER UPDATE OF token, second_factor ON session
  FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
CREATE TRIGGER tell_totp AFTER INSERT OR UPDATE OF secret OR DELETE ON totp
  FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
CREATE TRIGGER tell_passkey AFTER INSERT OR DELETE ON passkey
  FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
CREATE TRIGGER tell_policy AFTER INSERT ON second_factor_role
  FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();

-- 3. The policy is widened, never narrowed; and the exemption of the demonstration can be written only into a portal that
--    knows nobody, so that an installation in use never gets one.
CREATE FUNCTION refuse_exemption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM person) THEN
    RAISE EXCEPTION 'the second factor is waived only before anybody has an account' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_anybody BEFORE INSERT OR UPDATE ON second_factor_exemption
  FOR EACH ROW EXECUTE FUNCTION refuse_exemption();
CREATE TRIGGER appended_only BEFORE UPDATE OR DELETE ON second_factor_role
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON second_factor_role
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
