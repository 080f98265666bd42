-- DropIndex
DROP INDEX "observation_round_id_id_idx";

-- DropIndex
DROP INDEX "observation_round_id_organisation_id_id_idx";
