-- What is said of a service in the nine steps where no evidence can decide, and which waves asked its staff.
CREATE TABLE "StepStatements" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Number" integer NOT NULL,
    "Parts" text NOT NULL,
    "On" date NOT NULL,
    "WrittenBy" character varying(256) NOT NULL,
    "WrittenAtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_StepStatements" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_StepStatements_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_StepStatements_ServiceId_Kind_Number" ON "StepStatements" ("ServiceId", "Kind", "Number");

CREATE TABLE "StaffSurveys" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "WaveId" uuid NOT NULL,
    "NamedBy" character varying(256) NOT NULL,
    "NamedAtUtc" timestamp with time zone NOT NULL,
    "WithdrawnBy" character varying(256),
    "WithdrawnAtUtc" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_StaffSurveys" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_StaffSurveys_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_StaffSurveys_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_StaffSurveys_ServiceId_WaveId" ON "StaffSurveys" ("ServiceId", "WaveId");

CREATE INDEX "IX_StaffSurveys_WaveId" ON "StaffSurveys" ("WaveId");
