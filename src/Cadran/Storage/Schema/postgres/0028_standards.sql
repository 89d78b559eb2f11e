-- What standards commit to, the calendars their clocks run on, and what was reached in months and quarters.
ALTER TABLE "ServiceStandards" ADD COLUMN "PublishedAtUtc" timestamp with time zone;

ALTER TABLE "ServiceStandards" ADD COLUMN "PublishedBy" character varying(256);

ALTER TABLE "ServiceStandards" ADD COLUMN "Drivers" text NOT NULL DEFAULT '[]';

CREATE TABLE "StandardVersions" (
    "Id" uuid NOT NULL,
    "StandardId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Terms" text NOT NULL,
    "From" date NOT NULL,
    "Reason" character varying(500),
    "SetBy" character varying(256) NOT NULL,
    "SetAtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_StandardVersions" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_StandardVersions_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_StandardVersions_StandardId_Number" ON "StandardVersions" ("StandardId", "Number");

CREATE TABLE "YearTargets" (
    "Id" uuid NOT NULL,
    "StandardId" uuid NOT NULL,
    "Year" character varying(20) NOT NULL,
    "Target" numeric,
    "Absence" character varying(40),
    "SetBy" character varying(256) NOT NULL,
    "SetAtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_YearTargets" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_YearTargets_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_YearTargets_StandardId_Year" ON "YearTargets" ("StandardId", "Year");

CREATE TABLE "ServiceCalendars" (
    "Id" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "Name" character varying(120) NOT NULL,
    "Jurisdiction" character varying(10) NOT NULL,
    "Week" text NOT NULL,
    "OwnDays" text NOT NULL,
    "ChangedBy" character varying(256) NOT NULL,
    "ChangedAtUtc" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ServiceCalendars" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ServiceCalendars_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_ServiceCalendars_OrganisationId_Name" ON "ServiceCalendars" ("OrganisationId", "Name");

CREATE TABLE "PeriodResults" (
    "Id" uuid NOT NULL,
    "StandardId" uuid NOT NULL,
    "From" date NOT NULL,
    "Months" integer NOT NULL,
    "Figures" text NOT NULL,
    "Target" numeric,
    "VersionNumber" integer NOT NULL,
    "Source" character varying(40) NOT NULL,
    "CaseFileId" uuid,
    "RecordedBy" character varying(256) NOT NULL,
    "RecordedAtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_PeriodResults" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_PeriodResults_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_PeriodResults_StandardId_From_Months" ON "PeriodResults" ("StandardId", "From", "Months");

CREATE TABLE "StandardNotes" (
    "Id" uuid NOT NULL,
    "StandardId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "On" date NOT NULL,
    "Text_De" character varying(500) NOT NULL,
    "Text_En" character varying(500) NOT NULL,
    "Text_Fr" character varying(500) NOT NULL,
    "Text_Nl" character varying(500) NOT NULL,
    "By" character varying(256) NOT NULL,
    "AtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_StandardNotes" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_StandardNotes_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_StandardNotes_StandardId" ON "StandardNotes" ("StandardId");

CREATE TABLE "CaseFiles" (
    "Id" uuid NOT NULL,
    "StandardId" uuid NOT NULL,
    "FileName" character varying(200) NOT NULL,
    "AsOf" date NOT NULL,
    "By" character varying(256) NOT NULL,
    "SentAtUtc" timestamp with time zone NOT NULL,
    "Report" text NOT NULL,
    "Counts" text NOT NULL,
    "TakenBy" character varying(256),
    "TakenAtUtc" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_CaseFiles" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CaseFiles_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_CaseFiles_StandardId" ON "CaseFiles" ("StandardId");
