-- A standard of an older inventory can be of several types at once, which are written one after another.
ALTER TABLE "ServiceStandards" ALTER COLUMN "Type" TYPE character varying(40);
