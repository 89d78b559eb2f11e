-- Complaints, what happened to them, and what organisations promise to whoever complains.
CREATE TABLE "ComplaintRules" (
    "OrganisationId" uuid NOT NULL,
    CONSTRAINT "PK_ComplaintRules" PRIMARY KEY ("OrganisationId"),
    "DecideInDays" integer NOT NULL,
    "AnswerInOpenDays" integer NOT NULL,
    "CalendarId" uuid,
    "KeptMonths" integer NOT NULL,
    "Recourse_En" character varying(500) NOT NULL,
    "Recourse_Fr" character varying(500) NOT NULL,
    "Recourse_Nl" character varying(500) NOT NULL,
    "Recourse_De" character varying(500) NOT NULL,
    "ChangedBy" character varying(256) NOT NULL,
    "ChangedAtUtc" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "FK_ComplaintRules_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ComplaintRules_ServiceCalendars_CalendarId" FOREIGN KEY ("CalendarId") REFERENCES "ServiceCalendars" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Complaints" (
    "Id" uuid NOT NULL,
    CONSTRAINT "PK_Complaints" PRIMARY KEY ("Id"),
    "Number" character varying(20) NOT NULL,
    "ServiceId" uuid NOT NULL,
    "Channel" character varying(20) NOT NULL,
    "Language" character varying(5) NOT NULL,
    "ReceivedOn" date NOT NULL,
    "About" character varying(40) NOT NULL,
    "SecretDigest" character varying(64),
    "SealedText" text,
    "SealedContact" text,
    "DecideBy" date NOT NULL,
    "AnswerBy" date NOT NULL,
    "AdmittedOn" date,
    "RefusedOn" date,
    "Ground" character varying(40),
    "AnsweredOn" date,
    "FirstAnsweredOn" date,
    "Outcome" character varying(40),
    "Reopenings" integer NOT NULL,
    "OwnerId" uuid,
    "Owner" character varying(256) NOT NULL,
    "CauseDriver" character varying(60),
    "CauseStandardId" uuid,
    "MergedIntoId" uuid,
    "Satisfaction" integer,
    "ErasedOn" date,
    "Version" integer NOT NULL,
    CONSTRAINT "FK_Complaints_Complaints_MergedIntoId" FOREIGN KEY ("MergedIntoId") REFERENCES "Complaints" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Complaints_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Complaints_Users_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ComplaintStep" (
    "ComplaintId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "AtUtc" timestamp with time zone NOT NULL,
    "By" character varying(256) NOT NULL,
    "Detail" character varying(300) NOT NULL,
    "Sealed" text,
    CONSTRAINT "PK_ComplaintStep" PRIMARY KEY ("ComplaintId", "Number"),
    CONSTRAINT "FK_ComplaintStep_Complaints_ComplaintId" FOREIGN KEY ("ComplaintId") REFERENCES "Complaints" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_ComplaintRules_CalendarId" ON "ComplaintRules" ("CalendarId");

CREATE INDEX "IX_Complaints_MergedIntoId" ON "Complaints" ("MergedIntoId");

CREATE UNIQUE INDEX "IX_Complaints_Number" ON "Complaints" ("Number");

CREATE INDEX "IX_Complaints_OwnerId" ON "Complaints" ("OwnerId");

CREATE INDEX "IX_Complaints_ServiceId_ReceivedOn" ON "Complaints" ("ServiceId", "ReceivedOn");
