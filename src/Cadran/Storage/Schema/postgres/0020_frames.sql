-- Who is asked. Clients of a frame are sealed; contacts are compared by keyed digests; a sample knows who was drawn and of no answer.
CREATE TABLE "Frames" (
    "Id" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "ServiceId" uuid,
    "Code" character varying(40) NOT NULL,
    "Name" character varying(120) NOT NULL,
    "ContactsUntil" date NOT NULL,
    "Key" text,
    "PurgedAtUtc" timestamp with time zone,
    "Counts" text NOT NULL,
    "Map" text NOT NULL,
    "FilledAtUtc" timestamp with time zone,
    "AddedBy" character varying(256) NOT NULL,
    "AddedAtUtc" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Frames" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Frames_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Frames_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE SET NULL
);

CREATE UNIQUE INDEX "IX_Frames_OrganisationId_Code" ON "Frames" ("OrganisationId", "Code");

CREATE INDEX "IX_Frames_ServiceId" ON "Frames" ("ServiceId");

CREATE TABLE "FrameImports" (
    "Id" uuid NOT NULL,
    "FrameId" uuid NOT NULL,
    "FileName" character varying(120) NOT NULL,
    "By" character varying(256) NOT NULL,
    "SentAtUtc" timestamp with time zone NOT NULL,
    "Map" text NOT NULL,
    "Report" text,
    "CommittedAtUtc" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_FrameImports" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_FrameImports_Frames_FrameId" FOREIGN KEY ("FrameId") REFERENCES "Frames" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_FrameImports_FrameId" ON "FrameImports" ("FrameId");

CREATE TABLE "FramePeople" (
    "Id" uuid NOT NULL,
    "FrameId" uuid NOT NULL,
    "CodeDigest" character varying(32) NOT NULL,
    "Stratum" character varying(80) NOT NULL,
    "Cluster" character varying(80) NOT NULL,
    "Language" character varying(80) NOT NULL,
    "Channel" character varying(80) NOT NULL,
    "EmailDigest" character varying(32),
    "PhoneDigest" character varying(32),
    "PostDigest" character varying(32),
    "Sealed" bytea NOT NULL,
    "AddedAtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_FramePeople" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_FramePeople_Frames_FrameId" FOREIGN KEY ("FrameId") REFERENCES "Frames" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_FramePeople_FrameId_CodeDigest" ON "FramePeople" ("FrameId", "CodeDigest");

CREATE TABLE "Samples" (
    "Id" uuid NOT NULL,
    "FrameId" uuid NOT NULL,
    "WaveId" uuid NOT NULL,
    "Design" text NOT NULL,
    "Seed" bigint NOT NULL,
    "Algorithm" character varying(40) NOT NULL,
    "ListDigest" character varying(64) NOT NULL,
    "Strata" text NOT NULL,
    "LeftOut" text NOT NULL,
    "Drawn" integer NOT NULL,
    "DrawnBy" character varying(256) NOT NULL,
    "DrawnAtUtc" timestamp with time zone NOT NULL,
    "InvitedAtUtc" timestamp with time zone,
    "InvitedBy" character varying(256),
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Samples" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Samples_Frames_FrameId" FOREIGN KEY ("FrameId") REFERENCES "Frames" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Samples_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Samples_FrameId" ON "Samples" ("FrameId");

CREATE UNIQUE INDEX "IX_Samples_WaveId" ON "Samples" ("WaveId");

CREATE TABLE "SampledPeople" (
    "SampleId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Outcome" character varying(40) NOT NULL,
    "Weight" double precision NOT NULL,
    CONSTRAINT "PK_SampledPeople" PRIMARY KEY ("SampleId", "PersonId"),
    CONSTRAINT "FK_SampledPeople_FramePeople_PersonId" FOREIGN KEY ("PersonId") REFERENCES "FramePeople" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SampledPeople_Samples_SampleId" FOREIGN KEY ("SampleId") REFERENCES "Samples" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_SampledPeople_PersonId" ON "SampledPeople" ("PersonId");

-- How often one person may be asked, and who was asked or does not want to be: digests and days, over all organisations.
CREATE TABLE "ContactRules" (
    "Id" uuid NOT NULL,
    "DaysBetween" integer NOT NULL,
    "TimesAYear" integer NOT NULL,
    "SetBy" character varying(256),
    "SetAtUtc" timestamp with time zone,
    "Only" integer NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ContactRules" PRIMARY KEY ("Id")
);

CREATE UNIQUE INDEX "IX_ContactRules_Only" ON "ContactRules" ("Only");

CREATE TABLE "ContactAsks" (
    "Digest" character varying(32) NOT NULL,
    "SampleId" uuid NOT NULL,
    "AskedOn" date NOT NULL,
    CONSTRAINT "PK_ContactAsks" PRIMARY KEY ("Digest", "SampleId")
);

CREATE INDEX "IX_ContactAsks_SampleId" ON "ContactAsks" ("SampleId");

CREATE TABLE "OptOuts" (
    "Id" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Digest" character varying(32) NOT NULL,
    "Reason" character varying(200),
    "AddedBy" character varying(256) NOT NULL,
    "AddedAtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_OptOuts" PRIMARY KEY ("Id")
);

CREATE UNIQUE INDEX "IX_OptOuts_Digest" ON "OptOuts" ("Digest");

CREATE TABLE "ContactSecrets" (
    "Id" integer NOT NULL,
    "Sealed" text NOT NULL,
    CONSTRAINT "PK_ContactSecrets" PRIMARY KEY ("Id")
);
