-- The languages an organisation works in, its usual one first; and its version, because two people may change it.
ALTER TABLE "Organisations" ADD "Languages" text NOT NULL DEFAULT '["en","fr"]';
ALTER TABLE "Organisations" ADD "Version" integer NOT NULL DEFAULT 0;
