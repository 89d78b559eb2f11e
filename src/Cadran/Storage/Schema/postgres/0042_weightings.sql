-- Weights of closed waves that meet known totals, and which of them results use.
CREATE TABLE "Weightings" (
    "Id" uuid NOT NULL,
    "WaveId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Margins" text NOT NULL,
    "Report" text NOT NULL,
    "Source" character varying(500) NOT NULL,
    "MadeBy" character varying(256) NOT NULL,
    "MadeAtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_Weightings" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Weightings_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "WeightingChoices" (
    "WaveId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "WeightingId" uuid,
    "Reason" character varying(500) NOT NULL,
    "By" character varying(256) NOT NULL,
    "AtUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_WeightingChoices" PRIMARY KEY ("WaveId", "Number"),
    CONSTRAINT "FK_WeightingChoices_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_WeightingChoices_Weightings_WeightingId" FOREIGN KEY ("WeightingId") REFERENCES "Weightings" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Weightings_WaveId_Number" ON "Weightings" ("WaveId", "Number");

CREATE INDEX "IX_WeightingChoices_WeightingId" ON "WeightingChoices" ("WeightingId");
