-- What was published of a wave: protected numbers only, and what they were computed from.
CREATE TABLE "WaveResults" (
    "WaveId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Method" INTEGER NOT NULL,
    "Stamp" TEXT NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "Answers" INTEGER NOT NULL,
    "ComputedAtUtc" TEXT NOT NULL,
    "Payload" TEXT NOT NULL,
    CONSTRAINT "PK_WaveResults" PRIMARY KEY ("WaveId", "Key"),
    CONSTRAINT "FK_WaveResults_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);
