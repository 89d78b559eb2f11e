CREATE TABLE "Decisions" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "WaveId" uuid NOT NULL,
    "Added" text NOT NULL,
    "DecidedOn" date NOT NULL,
    "Evidence" text NOT NULL,
    "RecordedBy" character varying(256) NOT NULL,
    "RecordedAtUtc" timestamp with time zone NOT NULL,
    "WithdrawnBy" character varying(256),
    "WithdrawnAtUtc" timestamp with time zone,
    "Body_De" character varying(200) NOT NULL,
    "Body_En" character varying(200) NOT NULL,
    "Body_Fr" character varying(200) NOT NULL,
    "Body_Nl" character varying(200) NOT NULL,
    "Reasons_De" character varying(4000) NOT NULL,
    "Reasons_En" character varying(4000) NOT NULL,
    "Reasons_Fr" character varying(4000) NOT NULL,
    "Reasons_Nl" character varying(4000) NOT NULL,
    "Title_De" character varying(200) NOT NULL,
    "Title_En" character varying(200) NOT NULL,
    "Title_Fr" character varying(200) NOT NULL,
    "Title_Nl" character varying(200) NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Decisions" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Decisions_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Decisions_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Targets" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "Item" character varying(60) NOT NULL,
    "BaselineWaveId" uuid NOT NULL,
    "Baseline" double precision NOT NULL,
    "BaselineStandardError" double precision NOT NULL,
    "BaselineRespondents" integer NOT NULL,
    "BaselineOn" date NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Change" double precision NOT NULL,
    "DueOn" date NOT NULL,
    "SetBy" character varying(256) NOT NULL,
    "SetAtUtc" timestamp with time zone NOT NULL,
    "WithdrawnBy" character varying(256),
    "WithdrawnAtUtc" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Targets" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Targets_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Targets_Waves_BaselineWaveId" FOREIGN KEY ("BaselineWaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ImprovementActions" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "DecisionId" uuid NOT NULL,
    "Added" text NOT NULL,
    "Owner" character varying(200) NOT NULL,
    "DueOn" date NOT NULL,
    "Item" character varying(60) NOT NULL,
    "ExpectedPoints" double precision NOT NULL,
    "OpenedBy" character varying(256) NOT NULL,
    "OpenedAtUtc" timestamp with time zone NOT NULL,
    "StartedBy" character varying(256),
    "StartedOn" date,
    "DeliveredBy" character varying(256),
    "DeliveredOn" date,
    "AbandonedBy" character varying(256),
    "AbandonedAtUtc" timestamp with time zone,
    "Verdict" text,
    "Verified" boolean,
    "AbandonedReason_De" character varying(4000) NOT NULL,
    "AbandonedReason_En" character varying(4000) NOT NULL,
    "AbandonedReason_Fr" character varying(4000) NOT NULL,
    "AbandonedReason_Nl" character varying(4000) NOT NULL,
    "Description_De" character varying(4000) NOT NULL,
    "Description_En" character varying(4000) NOT NULL,
    "Description_Fr" character varying(4000) NOT NULL,
    "Description_Nl" character varying(4000) NOT NULL,
    "Title_De" character varying(200) NOT NULL,
    "Title_En" character varying(200) NOT NULL,
    "Title_Fr" character varying(200) NOT NULL,
    "Title_Nl" character varying(200) NOT NULL,
    "VerdictReason_De" character varying(4000) NOT NULL,
    "VerdictReason_En" character varying(4000) NOT NULL,
    "VerdictReason_Fr" character varying(4000) NOT NULL,
    "VerdictReason_Nl" character varying(4000) NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ImprovementActions" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ImprovementActions_Decisions_DecisionId" FOREIGN KEY ("DecisionId") REFERENCES "Decisions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ImprovementActions_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Decisions_ServiceId" ON "Decisions" ("ServiceId");

CREATE INDEX "IX_Decisions_WaveId" ON "Decisions" ("WaveId");

CREATE INDEX "IX_ImprovementActions_DecisionId" ON "ImprovementActions" ("DecisionId");

CREATE INDEX "IX_ImprovementActions_ServiceId" ON "ImprovementActions" ("ServiceId");

CREATE INDEX "IX_Targets_BaselineWaveId" ON "Targets" ("BaselineWaveId");

CREATE INDEX "IX_Targets_ServiceId" ON "Targets" ("ServiceId");
