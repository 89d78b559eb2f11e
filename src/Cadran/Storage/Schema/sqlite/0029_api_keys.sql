-- Keys by which programs are let in: a digest of each, and the day on which it was used last.
CREATE TABLE "ApiKeys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ApiKeys" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Prefix" TEXT NOT NULL,
    "Digest" TEXT NOT NULL,
    "Scopes" TEXT NOT NULL,
    "EndsOn" TEXT NOT NULL,
    "MadeBy" TEXT NOT NULL,
    "MadeAtUtc" TEXT NOT NULL,
    "RevokedBy" TEXT NULL,
    "RevokedAtUtc" TEXT NULL,
    "UsedOn" TEXT NULL,
    CONSTRAINT "FK_ApiKeys_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ApiKeys_OrganisationId" ON "ApiKeys" ("OrganisationId");

CREATE UNIQUE INDEX "IX_ApiKeys_Prefix" ON "ApiKeys" ("Prefix");
