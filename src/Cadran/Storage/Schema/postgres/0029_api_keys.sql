-- Keys by which programs are let in: a digest of each, and the day on which it was used last.
CREATE TABLE "ApiKeys" (
    "Id" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "Name" character varying(120) NOT NULL,
    "Prefix" character varying(8) NOT NULL,
    "Digest" character varying(64) NOT NULL,
    "Scopes" text NOT NULL,
    "EndsOn" date NOT NULL,
    "MadeBy" character varying(256) NOT NULL,
    "MadeAtUtc" timestamp with time zone NOT NULL,
    "RevokedBy" character varying(256),
    "RevokedAtUtc" timestamp with time zone,
    "UsedOn" date,
    CONSTRAINT "PK_ApiKeys" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ApiKeys_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ApiKeys_OrganisationId" ON "ApiKeys" ("OrganisationId");

CREATE UNIQUE INDEX "IX_ApiKeys_Prefix" ON "ApiKeys" ("Prefix");
