-- Responses just acknowledged, until they are shuffled in among the others.
CREATE TABLE "Arrivals" (
    "WaveId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Content" BLOB NOT NULL,
    CONSTRAINT "PK_Arrivals" PRIMARY KEY ("WaveId", "Id"),
    CONSTRAINT "FK_Arrivals_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
) WITHOUT ROWID;

-- What the server marks addresses and receipts with.
CREATE TABLE "AnswerSecrets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AnswerSecrets" PRIMARY KEY,
    "Value" TEXT NOT NULL
);
