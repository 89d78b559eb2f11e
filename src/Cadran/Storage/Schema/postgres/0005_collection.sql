CREATE TABLE "Waves" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "VersionId" uuid NOT NULL,
    "Name" character varying(80) NOT NULL,
    "Slug" character varying(12) NOT NULL,
    "OpensOn" date NOT NULL,
    "ClosesOn" date NOT NULL,
    "ClosedAtUtc" timestamp with time zone,
    "Closings" text NOT NULL,
    "ProbabilitySample" boolean NOT NULL,
    "PlannedBy" character varying(256) NOT NULL,
    "PlannedAtUtc" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Waves" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Waves_QuestionnaireVersions_VersionId" FOREIGN KEY ("VersionId") REFERENCES "QuestionnaireVersions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Waves_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Drafts" (
    "Digest" character varying(32) NOT NULL,
    "WaveId" uuid NOT NULL,
    "ChangedOn" date NOT NULL,
    "AnswersJson" text NOT NULL,
    CONSTRAINT "PK_Drafts" PRIMARY KEY ("Digest"),
    CONSTRAINT "FK_Drafts_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Responses" (
    "Id" uuid NOT NULL,
    "WaveId" uuid NOT NULL,
    "ReceivedOn" date NOT NULL,
    "Channel" character varying(40) NOT NULL,
    "Language" character varying(2) NOT NULL,
    "Weight" double precision NOT NULL,
    "Stratum" character varying(80) NOT NULL,
    "Cluster" character varying(80) NOT NULL,
    "Population" double precision,
    "ImportId" uuid,
    "AnswersJson" jsonb NOT NULL,
    CONSTRAINT "PK_Responses" PRIMARY KEY ("WaveId", "Id"),
    CONSTRAINT "FK_Responses_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Submissions" (
    "WaveId" uuid NOT NULL,
    "Digest" character varying(32) NOT NULL,
    CONSTRAINT "PK_Submissions" PRIMARY KEY ("WaveId", "Digest"),
    CONSTRAINT "FK_Submissions_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ResponseCounts" (
    "WaveId" uuid NOT NULL,
    "Writer" character varying(40) NOT NULL,
    "Count" bigint NOT NULL,
    CONSTRAINT "PK_ResponseCounts" PRIMARY KEY ("WaveId", "Writer"),
    CONSTRAINT "FK_ResponseCounts_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ResponseImports" (
    "Id" uuid NOT NULL,
    "WaveId" uuid NOT NULL,
    "FileName" character varying(120) NOT NULL,
    "FileHash" character varying(64) NOT NULL,
    "Bytes" bigint NOT NULL,
    "By" character varying(200) NOT NULL,
    "UploadedAtUtc" timestamp with time zone NOT NULL,
    "Map" text NOT NULL,
    "Report" text,
    "Added" bigint NOT NULL,
    "CommittedAtUtc" timestamp with time zone,
    "UndoneAtUtc" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ResponseImports" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ResponseImports_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_ResponseImports_WaveId" ON "ResponseImports" ("WaveId");

CREATE INDEX "IX_Drafts_WaveId" ON "Drafts" ("WaveId");

CREATE UNIQUE INDEX "IX_Waves_ServiceId_Name" ON "Waves" ("ServiceId", "Name");

CREATE UNIQUE INDEX "IX_Waves_Slug" ON "Waves" ("Slug");

CREATE INDEX "IX_Waves_VersionId" ON "Waves" ("VersionId");
