-- Bodies that look at improvement, their meetings, agendas and minutes.
CREATE TABLE "GovernanceBodies" (
    "Id" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Members" character varying(2000) NOT NULL,
    "EveryMonths" integer NOT NULL,
    "Audits" boolean NOT NULL,
    "MadeBy" character varying(256) NOT NULL,
    "MadeAtUtc" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_GovernanceBodies" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_GovernanceBodies_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_GovernanceBodies_OrganisationId_Name" ON "GovernanceBodies" ("OrganisationId", "Name");

CREATE TABLE "Meetings" (
    "Id" uuid NOT NULL,
    "BodyId" uuid NOT NULL,
    "On" date NOT NULL,
    "Place" character varying(200) NOT NULL,
    "CalledBy" character varying(256) NOT NULL,
    "CalledAtUtc" timestamp with time zone NOT NULL,
    "Agenda" text NOT NULL,
    "Minutes" text NOT NULL,
    "ClosedBy" character varying(256),
    "ClosedAtUtc" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Meetings" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Meetings_GovernanceBodies_BodyId" FOREIGN KEY ("BodyId") REFERENCES "GovernanceBodies" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Meetings_BodyId_On" ON "Meetings" ("BodyId", "On");
