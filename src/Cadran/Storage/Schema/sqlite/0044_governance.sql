-- Bodies that look at improvement, their meetings, agendas and minutes.
CREATE TABLE "GovernanceBodies" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_GovernanceBodies" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Members" TEXT NOT NULL,
    "EveryMonths" INTEGER NOT NULL,
    "Audits" INTEGER NOT NULL,
    "MadeBy" TEXT NOT NULL,
    "MadeAtUtc" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_GovernanceBodies_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_GovernanceBodies_OrganisationId_Name" ON "GovernanceBodies" ("OrganisationId", "Name");

CREATE TABLE "Meetings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Meetings" PRIMARY KEY,
    "BodyId" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "CalledBy" TEXT NOT NULL,
    "CalledAtUtc" TEXT NOT NULL,
    "Agenda" TEXT NOT NULL,
    "Minutes" TEXT NOT NULL,
    "ClosedBy" TEXT NULL,
    "ClosedAtUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Meetings_GovernanceBodies_BodyId" FOREIGN KEY ("BodyId") REFERENCES "GovernanceBodies" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Meetings_BodyId_On" ON "Meetings" ("BodyId", "On");
