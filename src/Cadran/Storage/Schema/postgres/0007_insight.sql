-- What was published of a wave: protected numbers only, and what they were computed from.
CREATE TABLE "WaveResults" (
    "WaveId" uuid NOT NULL,
    "Key" character varying(100) NOT NULL,
    "Method" integer NOT NULL,
    "Stamp" character varying(60) NOT NULL,
    "Fingerprint" character varying(120) NOT NULL,
    "Answers" integer NOT NULL,
    "ComputedAtUtc" timestamp with time zone NOT NULL,
    "Payload" text NOT NULL,
    CONSTRAINT "PK_WaveResults" PRIMARY KEY ("WaveId", "Key"),
    CONSTRAINT "FK_WaveResults_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);
